package io.walkout.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What a store decides. */
class PolicyTest {
  @Test
  void givenAPolicyThatSaysNothing_thenTheTakerOwesAndNobodyIsStaff() {
    Policy policy = new Policy(0.9, 1, 1);

    assertThat(policy.handOver()).isEqualTo(Policy.HandOver.TAKER);
    assertThat(policy.staffCredentials()).isEmpty();
  }

  @Test
  void givenCredentialsOfTheStaff_whenAPolicyIsLogged_thenTheyAreNotInIt() {
    Policy policy = Policy.DEFAULT.withStaff(List.of("s3cret", "t0ken"));

    assertThat(policy.toString())
        .contains("2 staff credentials")
        .doesNotContain("s3cret")
        .doesNotContain("t0ken");
  }

  @Test
  void givenABlankCredential_thenThePolicyIsRefused() {
    List<String> blank = List.of(" ");

    assertThatThrownBy(() -> Policy.DEFAULT.withStaff(blank))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
