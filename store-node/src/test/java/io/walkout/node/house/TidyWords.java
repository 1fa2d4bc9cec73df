package io.walkout.node.house;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Checks of what is written in the files. The words looked for are spelled here with a tilde
 * inside, so that this file doesn't hold them.
 */
final class TidyWords {
  private record Word(Pattern pattern, String advice) {}

  private static final List<Word> WORDS =
      List.of(
          word("\\b(TO~DO|FIX~ME|X~XX|HA~CK)\\b", "finish it, or write down the decision"),
          word(
              "(repo1?\\.~maven|registry\\.~npmjs|registry\\.~yarnpkg|deb\\.~debian"
                  + "|security\\.~debian|central\\.~sonatype|oss\\.~sonatype|files\\.~pythonhosted)",
              "a registry's host belongs in a tool's own settings"),
          word(
              "(?<![\\w.}$-])/(home|Us~ers|ro~ot|t~mp|wo~rk|var/fol~ders)/[\\w.]",
              "no path of one machine; use a relative or a temporary folder"),
          word("(?i)\\b[A-Z]:\\\\\\\\?us~ers\\b", "no path of one machine"));

  private static final Set<String> EMPTY_PARTS =
      Set.of("Manager", "Helper", "Helpers", "Util", "Utils", "Impl", "Data", "Info");

  private static final Pattern TYPE =
      Pattern.compile("^\\s*(?:[a-z-]+ )*(?:class|record|interface|enum|@interface) ([A-Z]\\w*)");

  private static final Pattern PUBLIC_TYPE =
      Pattern.compile(
          "^\\s*public (?:[a-z-]+ )*(?:class|record|interface|enum|@interface) ([A-Z]\\w*).*");

  private TidyWords() {}

  static List<String> forbiddenWords(Tree tree) {
    List<String> found = new ArrayList<>();
    for (String file : tree.files()) {
      List<String> lines = tree.lines(file);
      for (int i = 0; i < lines.size(); i++) {
        for (Word word : WORDS) {
          Matcher matcher = word.pattern.matcher(lines.get(i));
          if (matcher.find()) {
            found.add(file + ":" + (i + 1) + ": '" + matcher.group() + "': " + word.advice);
          }
        }
      }
    }
    return found;
  }

  static List<String> emptyNames(Tree tree) {
    List<String> found = new ArrayList<>();
    for (String file : tree.files(".java")) {
      List<String> lines = tree.lines(file);
      for (int i = 0; i < lines.size(); i++) {
        Matcher type = TYPE.matcher(lines.get(i));
        if (type.find()) {
          for (String part : type.group(1).split("(?<=[a-z0-9])(?=[A-Z])", -1)) {
            if (EMPTY_PARTS.contains(part)) {
              found.add(
                  file
                      + ":"
                      + (i + 1)
                      + ": "
                      + type.group(1)
                      + ": '"
                      + part
                      + "' says nothing;"
                      + " name it after what it is");
            }
          }
        }
      }
    }
    return found;
  }

  static List<String> undocumentedTypes(Tree tree) {
    List<String> found = new ArrayList<>();
    for (String file : tree.files(".java")) {
      List<String> lines = tree.lines(file);
      for (int i = 0; i < lines.size() && file.contains("/src/main/"); i++) {
        Matcher type = PUBLIC_TYPE.matcher(lines.get(i));
        if (type.matches() && !hasJavadoc(lines, i)) {
          found.add(file + ":" + (i + 1) + ": public type " + type.group(1) + " has no javadoc");
        }
      }
    }
    return found;
  }

  /** Whether a javadoc ends above the declaration, annotations between them left out. */
  private static boolean hasJavadoc(List<String> lines, int declaration) {
    long open = 0;
    for (int i = declaration - 1; i >= 0; i--) {
      String line = lines.get(i).strip();
      open += count(line, ')') - count(line, '(');
      if (open > 0) {
        continue; // inside an annotation's parentheses
      }
      if (line.endsWith("*/")) {
        while (i > 0 && !lines.get(i).strip().startsWith("/*")) {
          i--;
        }
        return lines.get(i).strip().startsWith("/**");
      }
      if (!line.startsWith("@")) {
        return false;
      }
    }
    return false;
  }

  private static long count(String line, char wanted) {
    return line.chars().filter(c -> c == wanted).count();
  }

  private static Word word(String pattern, String advice) {
    return new Word(Pattern.compile(pattern.replace("~", "")), advice);
  }
}
