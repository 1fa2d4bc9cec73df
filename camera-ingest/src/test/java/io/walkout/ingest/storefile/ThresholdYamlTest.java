package io.walkout.ingest.storefile;

import static org.assertj.core.api.Assertions.assertThat;

import io.walkout.store.Policy;
import io.walkout.store.ReviewCosts;
import io.walkout.store.ReviewCosts.Cost;
import io.walkout.store.ReviewThreshold;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From which certainty lines are charged, as a store file says it. */
class ThresholdYamlTest {
  @TempDir Path directory;

  @Test
  void givenCosts_thenTheThresholdFollowsFromThem() throws IOException {
    StoreCheck check = check("costs: {overcharge: 10, missed: {price: 0.5}, review: {minor: 40}}");

    assertThat(check.warnings()).isEmpty();
    assertThat(check.store().orElseThrow().policy().reviewBelow())
        .isEqualTo(
            new ReviewThreshold.FromCosts(
                new ReviewCosts(Cost.ofPrice(10), Cost.ofPrice(0.5), new Cost(0, 40))));
  }

  @Test
  void givenSomeOfTheCosts_thenTheOthersAreStandard() throws IOException {
    StoreCheck check = check("costs: {overcharge: 9}");

    assertThat(check.store().orElseThrow().policy().reviewBelow().of(100)).isEqualTo(0.9);
  }

  @Test
  void givenAThresholdBesideCosts_thenItHoldsAndThatIsSaid() throws IOException {
    StoreCheck check = check("reviewBelow: 0.7\n  costs: {overcharge: 10}");

    assertThat(check.store().orElseThrow().policy().reviewBelow())
        .isEqualTo(new ReviewThreshold.Fixed(0.7));
    assertThat(check.warnings().stream().map(Object::toString))
        .singleElement()
        .asString()
        .contains("policy.costs: found costs beside reviewBelow, which holds");
  }

  @Test
  void givenNeither_thenTheStandardHolds() throws IOException {
    StoreCheck check = check("maxLatenessSeconds: 5\n  handOver: taker");

    assertThat(check.store().orElseThrow().policy().reviewBelow())
        .isEqualTo(Policy.DEFAULT.reviewBelow());
  }

  @Test
  void givenAThresholdOfZero_thenItHoldsAndThatIsSaid() throws IOException {
    StoreCheck check = check("reviewBelow: 0");

    assertThat(check.store()).isPresent();
    assertThat(check.warnings().stream().map(Object::toString))
        .singleElement()
        .asString()
        .contains("policy.reviewBelow: found 0, which charges every line");
  }

  @Test
  void givenCostsBeyondAllNumbers_thenTheyAreRefused() throws IOException {
    StoreCheck check = check("costs: {overcharge: 1e308, missed: {price: 1e308}}");

    assertThat(check.store()).isEmpty();
    assertThat(check.errors().stream().map(Object::toString))
        .hasSize(2)
        .allSatisfy(said -> assertThat(said).contains("how many times the price, 0 to 1000000"));
  }

  private StoreCheck check(String instead) throws IOException {
    String yaml =
        Fixtures.YAML.replace("  maxLatenessSeconds: 4\n", "").replace("reviewBelow: 0.8", instead);
    return StoreFile.check(Fixtures.store(directory, yaml, Fixtures.CATALOGUE, Fixtures.PLANOGRAM));
  }
}
