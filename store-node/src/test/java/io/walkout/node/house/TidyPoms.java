package io.walkout.node.house;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Checks of the poms: versions stand in the root, and nobody builds on the benchmarks. */
final class TidyPoms {
  private static final Pattern PARENT = Pattern.compile("(?s)<parent>.*?</parent>");
  private static final Pattern COMMENT = Pattern.compile("(?s)<!--.*?-->");
  private static final Pattern MANAGED =
      Pattern.compile("(?s)<dependencyManagement>(.*?)</dependencyManagement>");
  private static final Pattern LITERAL = Pattern.compile("<version>([^$<][^<]*)</version>");

  private TidyPoms() {}

  static List<String> versionsOutsideTheRoot(Tree tree) {
    List<String> found = new ArrayList<>();
    for (String pom : tree.files("pom.xml")) {
      String text = tree.text(pom).orElse("");
      if (!pom.equals("pom.xml")) {
        String own = COMMENT.matcher(PARENT.matcher(text).replaceAll("")).replaceAll("");
        if (own.contains("<version>")) {
          found.add(pom + " has a <version>: move it to the root pom's properties");
        }
      } else {
        MANAGED
            .matcher(text)
            .results()
            .flatMap(m -> LITERAL.matcher(m.group(1)).results())
            .forEach(
                m -> found.add(pom + " spells version " + m.group(1) + ": make it a property"));
      }
    }
    return found;
  }

  static List<String> usersOfTheBenchmarks(Tree tree) {
    List<String> found = new ArrayList<>();
    for (String module : tree.modules()) {
      String pom = module + "/pom.xml";
      String text = PARENT.matcher(tree.text(pom).orElse("")).replaceAll("");
      if (!module.equals("benchmarks") && text.contains("<artifactId>benchmarks</artifactId>")) {
        found.add(pom + " depends on benchmarks: move what it needs into the module it measures");
      }
    }
    return found;
  }
}
