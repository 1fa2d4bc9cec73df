package io.walkout.node.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Our own tree is tidy. Each failure names the file and what to do about it. */
class TidyTest {
  private static Tree tree;

  @BeforeAll
  static void readTheTree() throws IOException {
    tree = Tree.of(Tree.repository());
    assertThat(tree.files()).hasSizeGreaterThan(50);
  }

  @Test
  void everyFolderAtTheRootIsAKnownRoom() {
    tidy(TidyFiles.unknownRooms(tree));
  }

  @Test
  void noJavaFileIsTooLong() {
    tidy(TidyFiles.longFiles(tree));
  }

  @Test
  void noFileIsTooLarge() {
    tidy(TidyFiles.largeFiles(tree));
  }

  @Test
  void noWeightsOrRecordingsAreCheckedIn() {
    tidy(TidyFiles.weightsAndRecordings(tree));
  }

  @Test
  void everyJavaFileLiesInAModule() {
    tidy(TidyFiles.strayJavaFiles(tree));
  }

  @Test
  void everyPackageSaysItsRule() {
    tidy(TidyFiles.packagesWithoutRule(tree));
  }

  @Test
  void noForbiddenWordIsWritten() {
    tidy(TidyWords.forbiddenWords(tree));
  }

  @Test
  void noTypeHasAnEmptyName() {
    tidy(TidyWords.emptyNames(tree));
  }

  @Test
  void everyPublicTypeHasJavadoc() {
    tidy(TidyWords.undocumentedTypes(tree));
  }

  @Test
  void versionsStandOnlyInTheRootPom() {
    tidy(TidyPoms.versionsOutsideTheRoot(tree));
  }

  @Test
  void nobodyBuildsOnTheBenchmarks() {
    tidy(TidyPoms.usersOfTheBenchmarks(tree));
  }

  @Test
  void decisionsAreNumberedAndListed() {
    tidy(TidyDocs.decisions(tree));
  }

  @Test
  void everyLinkLeadsSomewhere() {
    tidy(TidyDocs.brokenLinks(tree));
  }

  @Test
  void decidersWalkThroughNoHashTable() {
    tidy(HashOrder.walked(tree));
  }

  private static void tidy(List<String> found) {
    assertThat(found).as("what to fix").isEmpty();
  }
}
