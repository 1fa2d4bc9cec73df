package io.walkout.node.house;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds deciding code that walks through a hash table. Reads the source: the compiled code only
 * says "a Map". Looks at the names of one file, so a table that is handed to another file escapes
 * it.
 */
final class HashOrder {
  private static final Pattern TABLE =
      Pattern.compile(
          "\\b(\\w+)\\s*=\\s*(?:new (?:java\\.util\\.)?(?:HashMap|HashSet|IdentityHashMap)\\b"
              + "|(?:Map|Set)\\.(?:of|copyOf|ofEntries)\\(\\S)");

  private static final List<String> DECIDERS =
      List.of("tracker-core/src/main/", "cart-resolver/src/main/", "exit-billing/src/main/");

  private HashOrder() {}

  static List<String> walked(Tree tree) {
    List<String> found = new ArrayList<>();
    for (String file : tree.files(".java")) {
      if (DECIDERS.stream().noneMatch(file::startsWith)) {
        continue;
      }
      String text = tree.text(file).orElse("");
      Set<String> tables = new LinkedHashSet<>();
      TABLE.matcher(text).results().forEach(m -> tables.add(m.group(1)));
      for (String table : tables) {
        Matcher walk =
            Pattern.compile(
                    "\\b"
                        + table
                        + "\\s*\\.(keySet|values|entrySet|forEach|iterator|stream|removeIf)\\("
                        + "|:\\s*"
                        + table
                        + "\\)")
                .matcher(text);
        if (walk.find()) {
          long line = 1 + text.substring(0, walk.start()).chars().filter(c -> c == '\n').count();
          found.add(
              file
                  + ":"
                  + line
                  + ": walks through hash table '"
                  + table
                  + "': use a linked or sorted one, or an array");
        }
      }
    }
    return found;
  }
}
