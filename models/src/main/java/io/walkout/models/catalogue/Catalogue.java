package io.walkout.models.catalogue;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The nets that can be pulled. Weights under AGPL, GPL, research-only or unknown terms are not
 * listed.
 *
 * @param format version of the file's layout
 * @param packages where nets come from
 * @param nets all nets, in the order they are shown
 */
public record Catalogue(int format, List<NpmPackage> packages, List<Net> nets) {
  private static final String RESOURCE = "catalogue.json";

  /** Copies the lists. */
  public Catalogue {
    packages = List.copyOf(packages);
    nets = List.copyOf(nets);
  }

  /** The program's own catalogue. */
  public static Catalogue load() {
    try (InputStream in = Catalogue.class.getResourceAsStream(RESOURCE)) {
      return read(Objects.requireNonNull(in, RESOURCE));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads a catalogue. */
  static Catalogue read(InputStream in) throws IOException {
    try {
      return new JsonMapper().readValue(in, Catalogue.class);
    } catch (JacksonException e) {
      throw new IOException("the catalogue of nets can't be read: " + e.getOriginalMessage(), e);
    }
  }

  /**
   * A net by name.
   *
   * @throws ModelException if there is none of that name, naming those there are
   */
  public Net net(String name) {
    return nets.stream()
        .filter(net -> net.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                ModelException.input(
                    "'%s' is not in the catalogue of nets (%s)"
                        .formatted(
                            name, nets.stream().map(Net::name).collect(Collectors.joining(", ")))));
  }

  /** The nets that a pull without names brings: those the program uses. */
  public List<Net> usedByProgram() {
    return nets.stream().filter(Net::usedByProgram).toList();
  }

  /** The package that holds a net. */
  public NpmPackage packageOf(Net net) {
    return packages.stream()
        .filter(p -> p.name().equals(net.packageName()))
        .findFirst()
        .orElseThrow();
  }

  /** The package whose tarball has this hash. */
  Optional<NpmPackage> packageWith(String integrity) {
    return packages.stream().filter(p -> p.integrity().equals(integrity)).findFirst();
  }
}
