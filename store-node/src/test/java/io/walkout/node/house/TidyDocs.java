package io.walkout.node.house;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Checks of the documentation: decisions are numbered and listed, links lead somewhere. */
final class TidyDocs {
  private static final String DECISIONS = "docs/decisions/";
  private static final Pattern DECISION = Pattern.compile("(\\d{3})-[a-z0-9-]+\\.md");
  private static final Pattern LINK = Pattern.compile("\\]\\(\\s*<?([^)\\s>]+)>?[^)]*\\)");

  private TidyDocs() {}

  static List<String> decisions(Tree tree) {
    List<String> found = new ArrayList<>();
    String list = tree.text(DECISIONS + "README.md").orElse("");
    int next = 1;
    for (String file : tree.files()) {
      if (!file.startsWith(DECISIONS) || file.equals(DECISIONS + "README.md")) {
        continue;
      }
      String name = file.substring(DECISIONS.length());
      Matcher decision = DECISION.matcher(name);
      if (!decision.matches()) {
        found.add(file + ": a decision is named NNN-what-was-decided.md");
        continue;
      }
      int number = Integer.parseInt(decision.group(1));
      if (number != next) {
        found.add(file + ": the next number is " + next + ", without gaps or repeats");
      }
      next = number + 1;
      if (!list.contains("(" + name + ")")) {
        found.add(file + " isn't listed in " + DECISIONS + "README.md: add a link to it");
      }
    }
    return found;
  }

  static List<String> brokenLinks(Tree tree) {
    List<String> found = new ArrayList<>();
    for (String file : tree.files(".md")) {
      boolean code = false;
      List<String> lines = tree.lines(file);
      for (int i = 0; i < lines.size(); i++) {
        code ^= lines.get(i).strip().startsWith("```");
        Matcher link = LINK.matcher(code ? "" : lines.get(i).replaceAll("`[^`]*`", ""));
        while (link.find()) {
          if (!leadsSomewhere(tree, file, link.group(1))) {
            found.add(file + ":" + (i + 1) + ": nothing at '" + link.group(1) + "': fix the link");
          }
        }
      }
    }
    return found;
  }

  private static boolean leadsSomewhere(Tree tree, String file, String target) {
    String path = URLDecoder.decode(target.replaceFirst("#.*", ""), StandardCharsets.UTF_8);
    if (path.isEmpty() || path.matches("[a-z][a-z0-9+.-]*:.*")) {
      return true;
    }
    Path from = Path.of(file).getParent();
    Path to = (from == null ? Path.of("") : from).resolve(path).normalize();
    String name = to.toString().replace('\\', '/');
    return name.isEmpty() || tree.exists(name);
  }
}
