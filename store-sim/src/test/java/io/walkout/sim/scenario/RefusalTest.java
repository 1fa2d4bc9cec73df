package io.walkout.sim.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.walkout.sim.Simulation;
import io.walkout.sim.SimulationOptions;
import io.walkout.sim.Unheard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What can't be is refused with its line and reason, before anything runs. */
class RefusalTest {
  private static final String HEAD =
      """
      name: mine
      description: a scenario to be refused
      facings:
        a: {holds: 4}
        top: {height: highest}
      people:
        - name: ann
          do:
      """;

  private static ScenarioException refused(String yaml) {
    Unheard sink = new Unheard();
    ScenarioException[] thrown = new ScenarioException[1];
    assertThatExceptionOfType(ScenarioException.class)
        .isThrownBy(
            () ->
                Simulation.run(
                    ScenarioReader.parse(yaml, Path.of("mine.yaml")),
                    1,
                    sink,
                    SimulationOptions.NONE))
        .satisfies(e -> thrown[0] = e);
    assertThat(sink.begun).as("anything ran").isFalse();
    return thrown[0];
  }

  /** Steps stand from line 9 on. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "take: b                             | 9 | no facing called 'b' | one of a, top",
        "tkae: a                             | 9 | an unknown verb (did you mean 'take'?) | one of",
        "take: {from: a, cuont: 2}           | 9 | did you mean 'count' | one of from",
        "take: {from: a, count: 0}           | 9 | 0.0 | from 1.0 to 40.0",
        "take: {from: a, count: 39}          | 9 | 39 units are taken | at most the",
        "take: {from: a, hand: third}        | 9 | 'third' | left, right, either",
        "put-back: a                         | 9 | ann puts back a unit | holds none",
        "pocket: a                           | 9 | ann pockets a unit | 'take' from there",
        "hand-over: {what: a, to: ben}       | 9 | no person called 'ben' | one of ann",
        "walk: [1.0, 0.2]                    | 9 | into gondola 1 | free floor",
        "walk: [50, 50]                      | 9 | outside the floor | free floor",
        "walk: {to: [4.4, -0.2], straight: true} | 9 | through gondola | free floor",
        "wait: {between: [3, 1]}             | 9 | 3.0 to 1.0 | the lesser one first",
        "wait-until: 4000                    | 9 | ann never leaves | within an hour",
        "set-bag: a                          | 9 | leaves a bag on a shelf | 'fetch-bag'",
        "fetch-bag                           | 9 | stands on no shelf | 'set-bag' before",
        "restock: a                          | 9 | ann is a customer | kind: staff",
        "take-stray: a                       | 9 | where nobody left one | put-back",
        "re-enter                            | 9 | 're-enter' here | nobody is in two places",
        "wait-for: {person: ann, mark: x}    | 9 | waits for ann for ever | both keep",
        "receive: ann                        | 9 | who never hands over | both keep",
        "look: {at: a, seconds: -1}          | 9 | -1.0 | from 0.0",
        "look: {at: a, seconds: soon}        | 9 | 'soon' | a finite number",
        "follow: {person: ann}               | 9 | 'ann', which is that person themselves | another",
        "reach-across: {person: ann, take: a} | 9 | 'ann', which is that person | another person",
        "enter: {behind: ann}                | 9 | 'ann', which is that person | another person",
        "swap-hands                          | 9 | changes hands with nothing in them | 'take'",
      })
  void aStepThatCantBe(String step, int line, String found, String expected) {
    ScenarioException e = refused(HEAD + "      - " + step + "\n");
    assertThat(e.problems().getFirst().line()).isEqualTo(line);
    assertThat(e).hasMessageStartingWith("mine.yaml:" + line + ": people[0].do");
    assertThat(e).hasMessageContaining(found).hasMessageContaining(expected);
  }

  @Test
  void aPersonInTwoPlacesAtOnce() {
    ScenarioException e = refused(HEAD + "      - look: a\n  - name: ann\n    do: [{look: top}]\n");
    assertThat(e).hasMessageStartingWith("mine.yaml:10: people[1].name: found a second script");
    assertThat(e).hasMessageContaining("line 7").hasMessageContaining("two places at once");
  }

  @Test
  void anAppointmentThatComesTooSoonForTheWay() {
    ScenarioException e =
        refused(
            HEAD.replace("a: {holds: 4}", "a: {gondola: 1, shelf: 2, plate: 1}")
                    .replace("top: {height: highest}", "top: {gondola: 4, shelf: 2, plate: 1}")
                + """
                      - look: {at: a, seconds: 5}
                      - wait-until: 20
                      - look: {at: top, seconds: 0}
                      - wait-until: 20.5
                """);
    assertThat(e.problems().getFirst().line()).isEqualTo(12);
    assertThat(e).hasMessageContaining("can't before").hasMessageContaining("two places at once");
  }

  @Test
  void aHandOverToSomebodyWhoHasLeft() {
    ScenarioException e =
        refused(
            HEAD
                + """
                      - take: a
                      - wait: 60
                      - hand-over: {what: a, to: ben}
                  - name: ben
                    start: 2
                    do: [{look: a}]
                """);
    assertThat(e.problems().getFirst().line()).isEqualTo(11);
    assertThat(e).hasMessageContaining("ben, who has left by then");
  }

  @Test
  void peopleWhoWaitForEachOther() {
    ScenarioException e =
        refused(
            HEAD
                + """
                      - wait-for: {person: ben, mark: done}
                      - mark: ready
                  - name: ben
                    do:
                      - wait-for: {person: ann, mark: ready}
                      - mark: done
                """);
    assertThat(e.problems().getFirst().line()).isEqualTo(9);
    assertThat(e).hasMessageContaining("ann waits for ben for ever");
  }

  @Test
  void aChildWhoReachesForTheTopShelf() {
    ScenarioException e =
        refused(
            HEAD.replace(
                    "- name: ann", "- {name: kim, kind: child, height: 1.1, do: [{take: top}]}")
                .replace("    do:\n", ""));
    assertThat(e.problems().getFirst().line()).isEqualTo(7);
    assertThat(e).hasMessageContaining("kim is 1.10 m tall and can't reach");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "store: moon           | 3 | 'moon' | one of corner, big",
        "facings: {a: {next-to: z}} | 3 | no facing called 'z' before it | named above",
        "facings: {a: {gondola: 9, shelf: 1, plate: 1}} | 3 | no such facing in | gondolas 1 to",
        "facings: {a: {product: '12'}} | 3 | no such facing in | code of a product",
        "facings: {a: {height: up}} | 3 | 'up' | lowest, low",
        "stock: {b: 1}         | 3 | no facing called 'b' | one of",
        "random: {people: 0}   | 3 | 0.0 | from 1.0",
        "random: {people: 2, of: [juggle]} | 3 | 'juggle' | several",
        "store: none.yaml      | 3 | store: found no such file: none.yaml | or the path of",
        "faults: [Sharks]      | 3 | 'Sharks' | a fault that there is",
        "poeple: []            | 3 | did you mean 'people' | one of",
      })
  void aFileThatCantBe(String line, int at, String found, String expected) {
    String people = line.startsWith("random") ? "" : "people: [{name: x, do: [{wait: 1}]}]\n";
    ScenarioException e = refused("name: mine\ndescription: no\n" + line + "\n" + people);
    assertThat(e.problems()).anyMatch(p -> p.line() == at);
    assertThat(e).hasMessageContaining(found).hasMessageContaining(expected);
  }

  @Test
  void aRangeOfOneNumberSaysNothingOfOrder() {
    assertThat(refused(HEAD + "      - look: {at: a, seconds: -1}\n"))
        .hasMessageEndingWith("expected from 0.0 to 3600.0");
    assertThat(refused("name: x\ndescription: no\npeople: [{name: ann, do: []}]\n"))
        .hasMessageContaining("do: found an empty list, expected a list of what ann does");
  }

  @Test
  void somebodyWhoLooksLikeThemselves() {
    ScenarioException e =
        refused(HEAD.replace("ann\n", "ann\n    looks-like: ann\n") + "      - look: a\n");
    assertThat(e).hasMessageStartingWith("mine.yaml:8: people[0].looks-like: found 'ann'");
  }

  @ParameterizedTest
  @CsvSource({"-5", "0", "1e9", "0.00001"})
  void aTrueMassThatNothingHas(String factor) {
    ScenarioException e =
        refused(
            HEAD.replace("people:", "true-mass:\n  a: " + factor + "\npeople:")
                + "      - look: a\n");
    assertThat(e.problems().getFirst().line()).isEqualTo(7);
    assertThat(e).hasMessageContaining("true-mass.a: found").hasMessageContaining("50,000 g");
  }

  /** What ann does, what ben begins with, and what is said of it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "reach-across: {person: ben, take: a} | start: 90 | ann reaches across ben at | only at 90",
        "follow: ben                          | start: 90 | ann follows ben at | only at 90.0 s",
        "{wait: 90},reach-across: {person: ben, take: a} | start: 1 | ann reaches across ben | left",
        "{wait: 90},follow: ben               | start: 1 | ann follows ben | has left by then",
        "enter: {behind: ben}                 | start: 90 | enters behind ben | at most 30 s apart",
      })
  void somebodyWhoIsNotThere(String does, String start, String found, String expected) {
    String steps =
        does.startsWith("{wait: 90},")
            ? "      - wait: 90\n      - " + does.substring(11) + "\n"
            : "      - " + does + "\n";
    ScenarioException e =
        refused(
            HEAD.replace("ann\n", "ann\n    start: 1\n")
                + steps
                + "      - look: a\n  - name: ben\n    "
                + start
                + "\n    do: [{look: a}]\n");
    assertThat(e.problems().getFirst().line()).isEqualTo(does.startsWith("{") ? 11 : 10);
    assertThat(e).hasMessageContaining(found).hasMessageContaining(expected);
  }

  @Test
  void somebodyWhomOneHasSeenLeave() {
    ScenarioException e =
        refused(
            HEAD
                + """
                      - wait-for: {person: ben, until: left}
                      - follow: ben
                  - name: ben
                    do: [{look: a}]
                """);
    assertThat(e).hasMessageStartingWith("mine.yaml:10: people[0].do[1].follow: found ann follows");
  }

  @Test
  void handsWhoseOnlyThingIsInAPocket() {
    ScenarioException e =
        refused(HEAD + "      - take: a\n      - pocket: a\n      - swap-hands\n");
    assertThat(e.problems().getFirst().line()).isEqualTo(11);
  }

  @Test
  void moreUnitsThanThereIsRoomFor() {
    ScenarioException e =
        refused(
            HEAD.replace("people:", "stock:\n  top: 0\n  a: 900\npeople:") + "      - look: a\n");
    assertThat(e.problems().getFirst().line()).isEqualTo(8);
    assertThat(e).hasMessageContaining("stock.a: found 900 units").hasMessageContaining("at most");
  }

  @Test
  void everythingThatIsWrongIsSaidAtOnce() {
    ScenarioException e = refused(HEAD + "      - tkae: a\n      - look: b\n      - wait: no\n");
    assertThat(e.problems()).extracting(p -> p.line()).containsExactly(9, 10, 11);
  }

  @Test
  void aFileOfOnesOwnRunsByItsPath(@TempDir Path dir) throws IOException {
    Path file = dir.resolve("own.yaml");
    Files.writeString(file, HEAD.replace("mine", "own") + "      - take: a\n");
    assertThat(Simulation.run(file.toString(), 1, new Unheard()).takes()).isEqualTo(1);
    assertThatExceptionOfType(ScenarioException.class)
        .isThrownBy(() -> Simulation.run(dir + "/none.yaml", 1, new Unheard()))
        .withMessageContaining("no such file");
  }
}
