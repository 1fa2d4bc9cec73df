package io.walkout.models.convert;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a converted net is to be called and to say about itself. Immutable; each method returns a
 * changed copy.
 *
 * @param name of the graph in the file
 * @param inputs new name of each input, by the TFJS graph's; one not named here keeps its own
 * @param shapes shape to fix an input to, by the TFJS graph's name, where the graph leaves axes
 *     open; a fixed shape lets all arithmetic of shapes be done at conversion
 * @param outputs TFJS's name ({@code Identity_1}) and new name of each output, in the order in
 *     which the file is to have them; all that the graph has if empty, by its numbering
 * @param metadata what goes into the file about its source and licence
 * @param halfWeights keep weights that are half floats as such, with a Cast that the runtime does
 *     once at the start: half the size
 * @param producer who converts
 * @param producerVersion and which version of it
 */
public record NetSpec(
    String name,
    Map<String, String> inputs,
    Map<String, List<Integer>> shapes,
    Map<String, String> outputs,
    Map<String, String> metadata,
    boolean halfWeights,
    String producer,
    String producerVersion) {

  /** Copies the maps and keeps their order. */
  public NetSpec {
    Objects.requireNonNull(name, "name");
    inputs = new LinkedHashMap<>(inputs);
    shapes = new LinkedHashMap<>(shapes);
    outputs = new LinkedHashMap<>(outputs);
    metadata = new LinkedHashMap<>(metadata);
  }

  /** A net whose inputs and outputs keep their names. */
  public static NetSpec named(String name) {
    return new NetSpec(
        name, Map.of(), Map.of(), Map.of(), Map.of(), false, "walkout", TfjsToOnnx.VERSION);
  }

  /** Renames an input. */
  public NetSpec input(String tfjs, String to) {
    return new NetSpec(
        name,
        with(inputs, tfjs, to),
        shapes,
        outputs,
        metadata,
        halfWeights,
        producer,
        producerVersion);
  }

  /** Fixes an input's shape. */
  public NetSpec shape(String tfjs, Integer... axes) {
    return new NetSpec(
        name,
        inputs,
        with(shapes, tfjs, List.of(axes)),
        outputs,
        metadata,
        halfWeights,
        producer,
        producerVersion);
  }

  /** Adds an output, after those before. */
  public NetSpec output(String tfjs, String to) {
    return new NetSpec(
        name,
        inputs,
        shapes,
        with(outputs, tfjs, to),
        metadata,
        halfWeights,
        producer,
        producerVersion);
  }

  /** Adds an entry to the file's metadata. */
  public NetSpec about(String key, String value) {
    return new NetSpec(
        name,
        inputs,
        shapes,
        outputs,
        with(metadata, key, value),
        halfWeights,
        producer,
        producerVersion);
  }

  /** Keeps weights as half floats in the file. */
  public NetSpec withHalfWeights() {
    return new NetSpec(name, inputs, shapes, outputs, metadata, true, producer, producerVersion);
  }

  private static <V> Map<String, V> with(Map<String, V> map, String key, V value) {
    Map<String, V> changed = new LinkedHashMap<>(map);
    changed.put(key, value);
    return changed;
  }
}
