package io.walkout.node.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each check of the tree finds what is planted for it, and nothing in a tidy tree. */
class TidyCheckersTest {
  private static final String SOURCES = "cart-resolver/src/main/java/io/walkout/cart/";

  private static final List<Function<Tree, List<String>>> ALL =
      List.of(
          TidyFiles::unknownRooms,
          TidyFiles::longFiles,
          TidyFiles::largeFiles,
          TidyFiles::weightsAndRecordings,
          TidyFiles::strayJavaFiles,
          TidyFiles::packagesWithoutRule,
          TidyWords::forbiddenWords,
          TidyWords::emptyNames,
          TidyWords::undocumentedTypes,
          TidyPoms::versionsOutsideTheRoot,
          TidyPoms::usersOfTheBenchmarks,
          TidyDocs::decisions,
          TidyDocs::brokenLinks,
          HashOrder::walked);

  @TempDir Path root;

  @BeforeEach
  void plantATidyTree() throws IOException {
    plant(".gitignore", "target/\n*.rec/\n/out/\n*.iml\n");
    plant(
        "pom.xml",
        "<modules><module>cart-resolver</module><module>benchmarks</module></modules>"
            + "<dependencyManagement><version>${a.version}</version></dependencyManagement>"
            + "<plugin><version>1.0</version></plugin>");
    plant("cart-resolver/pom.xml", "<parent><version>1</version></parent>");
    plant("benchmarks/pom.xml", "<artifactId>benchmarks</artifactId>");
    plant(SOURCES + "package-info.java", "/** Carts. */\npackage io.walkout.cart;\n");
    plant(
        SOURCES + "Cart.java",
        """
        package io.walkout.cart;

        /** A cart. */
        @Deprecated
        @Order({
          "a",
          "b"
        })
        public final class Cart {}
        """);
    plant("docs/decisions/README.md", "- [one](001-one.md)\n- [two](002-two.md)\n");
    plant(
        "docs/decisions/001-one.md", "See [two](002-two.md#why) and [web](https://example.org).\n");
    plant(
        "docs/decisions/002-two.md",
        "`[no](link)`\n```\n[none](either)\n```\n[up](../decisions)\n");
    plant("cart-resolver/target/Long.java", "x\n".repeat(1000));
    plant("a.rec/video.mp4", "x");
    plant(".git", "gitdir: elsewhere");
  }

  @Test
  void aTidyTreePassesEveryCheck() throws IOException {
    Tree tree = Tree.of(root);
    for (Function<Tree, List<String>> check : ALL) {
      assertThat(check.apply(tree)).isEmpty();
    }
  }

  @Test
  void anUnknownRoomIsFound() throws IOException {
    plant("scratch/notes.txt", "x");
    finds(TidyFiles::unknownRooms, "scratch/ is no module");
  }

  @Test
  void aLongFileIsFound() throws IOException {
    plant(SOURCES + "Long.java", "package io.walkout.cart;\n".repeat(401));
    finds(TidyFiles::longFiles, "Long.java has 401 lines");
  }

  @Test
  void aLargeFileIsFound() throws IOException {
    plant("docs/large.txt", "x".repeat((2 << 20) + 1));
    finds(TidyFiles::largeFiles, "docs/large.txt has more than 2 MB");
  }

  @Test
  void weightsAreFound() throws IOException {
    plant("docs/net.ONNX", "x");
    finds(TidyFiles::weightsAndRecordings, "docs/net.ONNX");
  }

  @ParameterizedTest
  @ValueSource(strings = {"docs/A.java", "cart-resolver/A.java", "other/src/main/java/a/A.java"})
  void aStrayJavaFileIsFound(String file) throws IOException {
    plant(file, "package a;\n");
    finds(TidyFiles::strayJavaFiles, file);
  }

  @Test
  void aPackageThatIsNotItsFolderIsFound() throws IOException {
    plant(SOURCES + "A.java", "package io.walkout.billing;\n");
    finds(TidyFiles::strayJavaFiles, "A.java doesn't declare package io.walkout.cart");
  }

  @Test
  void aPackageWithoutItsRuleIsFound() throws IOException {
    plant(SOURCES + "lines/A.java", "package io.walkout.cart.lines;\n");
    plant(SOURCES.replace("main", "test") + "CartTest.java", "package io.walkout.cart;\n");
    finds(TidyFiles::packagesWithoutRule, "cart/lines has no package-info.java");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "// TO~DO later",
        "FIX~ME",
        "X~XX",
        "a HA~CK",
        "see repo.~maven.example",
        "registry.~npmjs",
        "in /ho~me/someone/x",
        "\"/t~mp/x\"",
        "C:\\Us~ers\\x"
      })
  void aForbiddenWordIsFound(String text) throws IOException {
    plant("docs/a.md", "fine\n" + text.replace("~", "") + "\n");
    finds(TidyWords::forbiddenWords, "docs/a.md:2: ");
  }

  @Test
  void wordsThatOnlyLookForbiddenPass() throws IOException {
    plant("docs/a.md", "hackney, $HOME/opt/x, ../tmp/\n");
    assertThat(TidyWords.forbiddenWords(Tree.of(root))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"CartManager", "CartUtil", "CartImpl", "PlateData", "InfoPanel"})
  void anEmptyNameIsFound(String name) throws IOException {
    plant(SOURCES + "A.java", "package io.walkout.cart;\n\nfinal class " + name + " {}\n");
    finds(TidyWords::emptyNames, "A.java:3: " + name);
  }

  @Test
  void namesThatOnlyLookEmptyPass() throws IOException {
    plant(SOURCES + "A.java", "package io.walkout.cart;\n\nrecord MetadataDatabase() {}\n");
    assertThat(TidyWords.emptyNames(Tree.of(root))).isEmpty();
  }

  @Test
  void aPublicTypeWithoutJavadocIsFound() throws IOException {
    plant(
        SOURCES + "A.java",
        """
        package io.walkout.cart;

        /* no javadoc */
        public record A(int b) {
          public sealed interface B {}
        }
        """);
    finds(TidyWords::undocumentedTypes, "A.java:4: public type A", "A.java:5: public type B");
  }

  @Test
  void aVersionInAModuleIsFound() throws IOException {
    plant("cart-resolver/pom.xml", "<dependency><version>1.0</version></dependency>");
    finds(TidyPoms::versionsOutsideTheRoot, "cart-resolver/pom.xml has a <version>");
  }

  @Test
  void aLiteralVersionAmongTheManagedOnesIsFound() throws IOException {
    plant("pom.xml", "<dependencyManagement><version>1.2</version></dependencyManagement>");
    finds(TidyPoms::versionsOutsideTheRoot, "pom.xml spells version 1.2");
  }

  @Test
  void aUserOfTheBenchmarksIsFound() throws IOException {
    plant("cart-resolver/pom.xml", "<artifactId>benchmarks</artifactId>");
    finds(TidyPoms::usersOfTheBenchmarks, "cart-resolver/pom.xml depends on benchmarks");
  }

  @Test
  void aDecisionOutOfOrderUnlistedOrMisnamedIsFound() throws IOException {
    plant("docs/decisions/004-four.md", "x");
    plant("docs/decisions/notes.md", "x");
    finds(
        TidyDocs::decisions,
        "004-four.md: the next number is 3",
        "004-four.md isn't listed",
        "notes.md: a decision is named NNN");
  }

  @Test
  void aBrokenLinkIsFound() throws IOException {
    plant("README.md", "fine [a](docs/decisions/001-one.md)\nbroken [b](docs/b.md)\n");
    finds(TidyDocs::brokenLinks, "README.md:2: nothing at 'docs/b.md'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "for (var e : table.entrySet()) {}",
        "table.values().stream()",
        "for (var e : table) {}"
      })
  void aWalkThroughAHashTableIsFound(String walk) throws IOException {
    plant(
        SOURCES + "A.java",
        "package io.walkout.cart;\n\nMap<A, B> table = new HashMap<>();\n" + walk + "\n");
    finds(HashOrder::walked, "A.java:4: walks through hash table 'table'");
  }

  private void finds(Function<Tree, List<String>> check, String... messages) throws IOException {
    List<String> found = check.apply(Tree.of(root));
    assertThat(found).hasSize(messages.length);
    for (String message : messages) {
      assertThat(found).anyMatch(f -> f.contains(message));
    }
  }

  private void plant(String file, String text) throws IOException {
    Path path = root.resolve(file);
    if (path.getParent() != null) {
      Files.createDirectories(path.getParent());
    }
    Files.writeString(path, text);
  }
}
