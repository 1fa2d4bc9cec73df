package io.walkout.models.catalogue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/** A small package made by hand, as npm would pack it, and a catalogue of the nets in it. */
final class FakePackage implements AutoCloseable {
  private final Path file;
  private final TarArchiveOutputStream tar;

  FakePackage(Path file) throws IOException {
    this.file = file;
    OutputStream out = Files.newOutputStream(file);
    tar = new TarArchiveOutputStream(new GZIPOutputStream(out));
    tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
  }

  /** A package with a TFJS net, an ONNX net with labels, and a file that nobody wants. */
  static Path whole(Path file) throws IOException {
    try (FakePackage made = new FakePackage(file)) {
      made.file("package/package.json", "{}")
          .file("package/models/seer.json", "graph of seer")
          .file("package/models/seer.bin", "weights of seer")
          .file("package/models/unwanted.bin", "never taken out")
          .file("package/reader.onnx", "net of reader")
          .file("package/keys.txt", "a\nb\n");
    }
    return file;
  }

  /** The catalogue of {@link #whole}. */
  static Catalogue catalogue(Path tarball) throws IOException {
    return new Catalogue(
        1,
        List.of(
            new NpmPackage(
                "@fake/nets",
                "1.0.0",
                Hashes.integrity(tarball, n -> {}),
                Files.size(tarball),
                "MIT",
                "Copyright (c) nobody")),
        List.of(
            net(
                "seer",
                Net.Form.TFJS_GRAPH,
                source("models/seer.json", Net.Use.GRAPH, "graph of seer"),
                source("models/seer.bin", Net.Use.WEIGHTS, "weights of seer")),
            net(
                "reader",
                Net.Form.ONNX,
                source("reader.onnx", Net.Use.NET, "net of reader"),
                source("keys.txt", Net.Use.LABELS, "a\nb\n"))));
  }

  static Net.SourceFile source(String path, Net.Use use, String content) {
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    String hash = HexFormat.of().formatHex(Hashes.sha("SHA-256").digest(bytes));
    return new Net.SourceFile(path, use, bytes.length, hash);
  }

  private static Net net(String name, Net.Form form, Net.SourceFile... files) {
    return new Net(
        name,
        "The net " + name,
        "to test with",
        true,
        "@fake/nets",
        form,
        new ArrayList<>(List.of(files)),
        null,
        "somebody",
        "Apache-2.0",
        "Copyright somebody",
        List.of(),
        List.of(),
        null);
  }

  FakePackage file(String name, String content) throws IOException {
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    TarArchiveEntry entry = new TarArchiveEntry(name, true);
    entry.setSize(bytes.length);
    tar.putArchiveEntry(entry);
    tar.write(bytes);
    tar.closeArchiveEntry();
    return this;
  }

  FakePackage link(String name, String target) throws IOException {
    TarArchiveEntry entry = new TarArchiveEntry(name, TarConstants.LF_SYMLINK);
    entry.setLinkName(target);
    tar.putArchiveEntry(entry);
    tar.closeArchiveEntry();
    return this;
  }

  Path path() {
    return file;
  }

  @Override
  public void close() throws IOException {
    tar.close();
  }
}
