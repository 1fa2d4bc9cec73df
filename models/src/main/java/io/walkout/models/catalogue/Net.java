package io.walkout.models.catalogue;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.walkout.models.NetFamily;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One net of the catalogue.
 *
 * @param name how commands and options call it; also its folder's and its file's name
 * @param title what it is
 * @param purpose what it is for in this program
 * @param usedByProgram whether a pull without names brings it
 * @param packageName the package that holds it
 * @param form what its files are
 * @param files the files taken from the package, and no others
 * @param familyWord the family of {@link NetFamily}, null if the program has no use for it yet
 * @param upstream who made it
 * @param licence SPDX name of the licence of the weights
 * @param copyright whose they are
 * @param inputs what goes in
 * @param outputs what comes out
 * @param ownAnswer what it answered when it was listed, null if it has a check of its own kind
 */
public record Net(
    String name,
    String title,
    String purpose,
    boolean usedByProgram,
    @JsonProperty("package") String packageName,
    Form form,
    List<SourceFile> files,
    @JsonProperty("family") @Nullable String familyWord,
    String upstream,
    String licence,
    String copyright,
    List<Tensor> inputs,
    List<Tensor> outputs,
    @JsonProperty("answer") @Nullable OwnAnswer ownAnswer) {

  /** What a package holds of a net. */
  public enum Form {
    /** A TFJS graph model: a graph in JSON and its weights; converted to ONNX here. */
    TFJS_GRAPH,
    /** An ONNX file, taken as it is. */
    ONNX
  }

  /** What a file is for. */
  public enum Use {
    /** A TFJS graph. */
    @JsonProperty("graph")
    GRAPH,
    /** A TFJS graph's weights. */
    @JsonProperty("weights")
    WEIGHTS,
    /** An ONNX net. */
    @JsonProperty("net")
    NET,
    /** The names of what the net tells apart, one a line; kept beside it. */
    @JsonProperty("labels")
    LABELS
  }

  /**
   * A file of a package.
   *
   * @param path inside the package
   * @param use what for
   * @param bytes its size
   * @param sha256 its hash in hexadecimal
   */
  public record SourceFile(String path, Use use, long bytes, String sha256) {
    /** Its name without folders. */
    String fileName() {
      return path.substring(path.lastIndexOf('/') + 1);
    }
  }

  /**
   * What goes in or comes out.
   *
   * @param shape as ONNX counts it; letters are free sizes
   * @param type of one number
   * @param means layout, order and scale
   */
  public record Tensor(String shape, String type, String means) {}

  /** Its family, if the program has a use for it. */
  public Optional<NetFamily> family() {
    return Optional.ofNullable(familyWord).map(NetFamily::of);
  }

  /** What it answered when it was listed, for nets that come as ONNX. */
  public Optional<OwnAnswer> answer() {
    return Optional.ofNullable(ownAnswer);
  }

  /** Its file's name in its folder. */
  public String onnxName() {
    return name + ".onnx";
  }

  /** Bytes of its sources; the net kept is about as large, or twice where weights are fp16. */
  public long sourceBytes() {
    return files.stream().mapToLong(SourceFile::bytes).sum();
  }

  /** The file of a use. */
  public SourceFile file(Use use) {
    return files.stream().filter(f -> f.use() == use).findFirst().orElseThrow();
  }
}
