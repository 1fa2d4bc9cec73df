package io.walkout.models.catalogue;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What npm said when it failed.
 *
 * @param code npm's or the system's name for it, such as {@code ECONNREFUSED}; empty if none
 * @param detail its first telling line; empty if none
 * @param exit npm's exit code
 */
record NpmComplaint(String code, String detail, int exit) {
  private static final Pattern CODE = Pattern.compile("(?m)^npm (?:error|ERR!) code (\\S+)");
  private static final Pattern LINE = Pattern.compile("^npm (?:error|ERR!) (.*)$");

  /** Lines that name the same again, or a log that a user needn't read. */
  private static final Pattern BARE =
      Pattern.compile("(?:code|syscall|errno|path|dest|A complete log)\\b.*|\\s*");

  /** npm's tags in front of what it has to say. */
  private static final Pattern TAG =
      Pattern.compile("^(?:FetchError:|network|notarget|404|enoent|nospc)\\s+(?:\\d+ )?(?:- )?");

  static NpmComplaint of(String said, int exit) {
    Matcher code = CODE.matcher(said);
    Optional<String> detail =
        said.lines()
            .map(LINE::matcher)
            .filter(Matcher::matches)
            .map(line -> line.group(1))
            .filter(line -> !BARE.matcher(line).matches())
            .findFirst()
            .map(line -> TAG.matcher(line).replaceFirst("").strip());
    return new NpmComplaint(code.find() ? code.group(1) : "", detail.orElse(""), exit);
  }

  /** One sentence that says what to do. */
  ModelException about(NpmPackage wanted) {
    String why = detail.isEmpty() ? "npm ended with code " + exit : detail;
    String sentence =
        switch (code) {
          case "ENOTCACHED" ->
              "npm works offline and doesn't have %s in its cache: go online, or give --from with its tarball"
                  .formatted(wanted.spec());
          case "E404", "ETARGET", "ENOVERSIONS" ->
              "npm's registry has no %s (%s): use a registry that has it, or give --from with its tarball"
                  .formatted(wanted.spec(), why);
          case "E401", "E403", "ENEEDAUTH", "EOTP" ->
              "npm's registry refused %s (%s): log in with npm, or give --from with its tarball"
                  .formatted(wanted.spec(), why);
          case "ENOSPC", "EDQUOT" ->
              "the disk is full: npm had no room for %s; make room and pull again"
                  .formatted(wanted.spec());
          case "EINTEGRITY" ->
              "npm's registry sent another %s than it promised (%s); nothing of it was kept"
                  .formatted(wanted.spec(), why);
          default ->
              unreachable()
                  ? "npm can't reach its registry (%s): check the network and npm's registry and proxy settings, or give --from with the tarball of %s"
                      .formatted(why, wanted.spec())
                  : "npm pack %s failed: %s".formatted(wanted.spec(), why);
        };
    return ModelException.failure(sentence);
  }

  private boolean unreachable() {
    return List.of(
            "ECONNREFUSED",
            "ECONNRESET",
            "ENOTFOUND",
            "EAI_AGAIN",
            "ETIMEDOUT",
            "EHOSTUNREACH",
            "ENETUNREACH",
            "EPIPE",
            "ERR_SOCKET_TIMEOUT",
            "FETCH_ERROR",
            "UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
            "SELF_SIGNED_CERT_IN_CHAIN",
            "DEPTH_ZERO_SELF_SIGNED_CERT")
        .contains(code);
  }
}
