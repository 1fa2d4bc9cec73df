package io.walkout.models.catalogue;

/**
 * A package that nets are taken from.
 *
 * @param name as npm spells it
 * @param version exactly this one
 * @param integrity hash of its tarball as npm publishes it: {@code sha512-} and base64
 * @param bytes size of the tarball
 * @param licence SPDX name of the package's own licence
 * @param copyright whose it is
 */
public record NpmPackage(
    String name, String version, String integrity, long bytes, String licence, String copyright) {

  /** What npm is asked for. */
  public String spec() {
    return name + "@" + version;
  }

  /** A file name for its tarball, the same as npm's. */
  String tarballName() {
    return name.replaceFirst("^@", "").replace('/', '-') + "-" + version + ".tgz";
  }
}
