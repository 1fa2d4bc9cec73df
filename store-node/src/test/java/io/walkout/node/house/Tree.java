package io.walkout.node.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A source tree as it would be checked in: every file but those that its .gitignore names. Paths
 * are relative, with slashes.
 */
final class Tree {
  private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");

  private final Path root;
  private final TreeMap<String, Path> files = new TreeMap<>();
  private final List<String> rooms = new ArrayList<>();

  private Tree(Path root) {
    this.root = root;
  }

  /** Walks the tree. */
  static Tree of(Path root) throws IOException {
    Tree tree = new Tree(root);
    Predicate<String> ignored = tree.ignored();
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes a) {
            if (folder.equals(root)) {
              return FileVisitResult.CONTINUE;
            }
            String name = tree.name(folder);
            if (name.equals(".git") || ignored.test(name + "/")) {
              return FileVisitResult.SKIP_SUBTREE;
            }
            if (!name.contains("/")) {
              tree.rooms.add(name);
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes a) {
            String name = tree.name(file);
            if (!name.equals(".git") && !ignored.test(name)) {
              tree.files.put(name, file);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return tree;
  }

  /** The nearest folder above the working directory that holds all modules. */
  static Path repository() {
    for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
      if (Files.exists(folder.resolve("store-model")) && Files.exists(folder.resolve("pom.xml"))) {
        return folder;
      }
    }
    throw new IllegalStateException("the tests run outside the source tree");
  }

  List<String> files() {
    return List.copyOf(files.keySet());
  }

  List<String> files(String suffix) {
    return files.keySet().stream().filter(f -> f.endsWith(suffix)).toList();
  }

  /** Folders at the root. */
  List<String> rooms() {
    return rooms.stream().sorted().toList();
  }

  boolean exists(String path) {
    return files.containsKey(path)
        || files.keySet().stream().anyMatch(f -> f.startsWith(path + "/"));
  }

  long size(String file) {
    try {
      return Files.size(root.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The text of a file; empty if it is no UTF-8 text or isn't there. */
  Optional<String> text(String file) {
    try {
      Path path = files.get(file);
      if (path == null) {
        return Optional.empty();
      }
      byte[] bytes = Files.readAllBytes(path);
      return Optional.of(
              StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString())
          .filter(t -> t.indexOf('\0') < 0);
    } catch (CharacterCodingException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The lines of a text file; none if it is no text. */
  List<String> lines(String file) {
    return text(file).map(t -> t.lines().toList()).orElse(List.of());
  }

  /** The modules of the root pom. */
  List<String> modules() {
    return MODULE.matcher(text("pom.xml").orElse("")).results().map(m -> m.group(1)).toList();
  }

  private String name(Path path) {
    return root.relativize(path).toString().replace('\\', '/');
  }

  /**
   * The plain patterns that a .gitignore of ours uses: names, folders, stars, and a leading slash.
   */
  private Predicate<String> ignored() throws IOException {
    Path file = root.resolve(".gitignore");
    List<Pattern> patterns = new ArrayList<>();
    for (String line : Files.exists(file) ? Files.readAllLines(file) : List.<String>of()) {
      if (!line.isBlank() && !line.startsWith("#")) {
        patterns.add(pattern(line.strip()));
      }
    }
    return name -> patterns.stream().map(p -> p.matcher(name)).anyMatch(Matcher::matches);
  }

  private static Pattern pattern(String line) {
    boolean anchored = line.startsWith("/");
    String glob = anchored ? line.substring(1) : line;
    StringBuilder regex = new StringBuilder(anchored ? "" : "(.*/)?");
    for (int i = 0; i < glob.length(); i++) {
      char c = glob.charAt(i);
      regex.append(c == '*' ? "[^/]*" : Pattern.quote(String.valueOf(c)));
    }
    try {
      return Pattern.compile(regex + (glob.endsWith("/") ? "" : "/?"));
    } catch (PatternSyntaxException e) {
      throw new IllegalStateException("can't read this line of .gitignore: " + line, e);
    }
  }
}
