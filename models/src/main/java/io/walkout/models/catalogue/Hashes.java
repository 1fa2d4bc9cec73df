package io.walkout.models.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.function.LongConsumer;

/** Hashes of files, as npm and we write them. */
final class Hashes {
  private static final int CHUNK_BYTES = 1 << 16;

  private Hashes() {}

  /** SHA-256 in hexadecimal. */
  static String sha256(Path file) throws IOException {
    return HexFormat.of().formatHex(digest(file, sha("SHA-256"), read -> {}));
  }

  /** SHA-512 as npm's integrity strings have it; {@code read} is told the bytes read so far. */
  static String integrity(Path file, LongConsumer read) throws IOException {
    return "sha512-" + Base64.getEncoder().encodeToString(digest(file, sha("SHA-512"), read));
  }

  /** A digest that every Java has. */
  static MessageDigest sha(String algorithm) {
    try {
      return MessageDigest.getInstance(algorithm);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] digest(Path file, MessageDigest digest, LongConsumer told)
      throws IOException {
    byte[] chunk = new byte[CHUNK_BYTES];
    long read = 0;
    try (InputStream in = Files.newInputStream(file)) {
      for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
        digest.update(chunk, 0, n);
        read += n;
        told.accept(read);
      }
    }
    return digest.digest();
  }
}
