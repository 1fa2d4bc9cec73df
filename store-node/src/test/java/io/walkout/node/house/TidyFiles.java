package io.walkout.node.house;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Checks of files as files: where they lie, how long and how large they are. */
final class TidyFiles {
  /** Chosen: longer than this is two classes. */
  static final int MOST_LINES = 400;

  static final long MOST_BYTES = 2 << 20;

  /** What is no module but has a place: documentation and what CI runs. */
  private static final Set<String> OTHER_ROOMS = Set.of("docs", ".ci");

  private static final Set<String> NO_SOURCES =
      Set.of(
          "onnx",
          "pt",
          "pth",
          "tflite",
          "safetensors",
          "h5",
          "pb",
          "caffemodel",
          "bin",
          "npy",
          "npz",
          "mp4",
          "avi",
          "mkv",
          "mov",
          "h264",
          "rec",
          "db",
          "sqlite",
          "jar",
          "class",
          "so",
          "gz",
          "zip",
          "tar",
          "jsa");

  private static final Pattern PACKAGE = Pattern.compile("(?m)^package ([\\w.]+);");
  private static final Pattern SOURCE_PATH =
      Pattern.compile("([\\w-]+)/src/(main|test|jmh)/java/(.+)/[\\w-]+\\.java");

  private TidyFiles() {}

  static List<String> unknownRooms(Tree tree) {
    List<String> found = new ArrayList<>();
    for (String room : tree.rooms()) {
      if (!tree.modules().contains(room) && !OTHER_ROOMS.contains(room)) {
        found.add(room + "/ is no module of the root pom and no known folder: move what is in it");
      }
    }
    return found;
  }

  static List<String> longFiles(Tree tree) {
    List<String> found = new ArrayList<>();
    for (String file : tree.files(".java")) {
      int lines = tree.lines(file).size();
      if (lines > MOST_LINES) {
        found.add(file + " has " + lines + " lines, more than " + MOST_LINES + ": split it");
      }
    }
    return found;
  }

  static List<String> largeFiles(Tree tree) {
    List<String> found = new ArrayList<>();
    for (String file : tree.files()) {
      if (tree.size(file) > MOST_BYTES) {
        found.add(file + " has more than 2 MB: fetch or generate it instead");
      }
    }
    return found;
  }

  static List<String> weightsAndRecordings(Tree tree) {
    List<String> found = new ArrayList<>();
    for (String file : tree.files()) {
      String ending = file.substring(file.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
      if (NO_SOURCES.contains(ending) || file.contains(".rec/")) {
        found.add(file + " is a recording, weights or a build's product: don't check it in");
      }
    }
    return found;
  }

  static List<String> strayJavaFiles(Tree tree) {
    List<String> found = new ArrayList<>();
    for (String file : tree.files(".java")) {
      Matcher path = SOURCE_PATH.matcher(file);
      if (!path.matches()) {
        found.add(file + " lies outside MODULE/src/{main,test,jmh}/java/PACKAGE: move it there");
      } else if (!tree.modules().contains(path.group(1))) {
        found.add(file + " is in no module of the root pom: add the module or move the file");
      } else {
        Matcher declared = PACKAGE.matcher(tree.text(file).orElse(""));
        String folder = path.group(3).replace('/', '.');
        if (!declared.find() || !declared.group(1).equals(folder)) {
          found.add(
              file + " doesn't declare package " + folder + ": make folder and package agree");
        }
      }
    }
    return found;
  }

  static List<String> packagesWithoutRule(Tree tree) {
    Set<String> ruled = new HashSet<>();
    List<String> found = new ArrayList<>();
    for (String file : tree.files("/package-info.java")) {
      ruled.add(packageOf(file));
    }
    for (String file : tree.files(".java")) {
      if (ruled.add(packageOf(file))) {
        String folder = file.substring(0, file.lastIndexOf('/'));
        found.add(folder + " has no package-info.java: say in three lines what lives there");
      }
    }
    return found;
  }

  /** The package with its module; a test's package may have its rule in the main tree. */
  private static String packageOf(String file) {
    return file.substring(0, file.lastIndexOf('/')).replaceFirst("/src/\\w+/java/", ":");
  }
}
