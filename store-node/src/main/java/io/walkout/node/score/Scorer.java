package io.walkout.node.score;

import io.walkout.ingest.recording.Truth;
import io.walkout.ingest.recording.TruthTracks;
import io.walkout.store.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The rule of docs/using/score.md: multisets over (person, barcode), and what else a shopkeeper
 * asks.
 */
public final class Scorer {
  private final Store store;
  private final Truth truth;
  private final RunLog log;
  private final @Nullable TruthTracks tracks;

  /**
   * A scorer for one recording.
   *
   * @param log what the run logged beside its receipts
   * @param tracks where everybody truly stood, or null if the recording does not tell
   */
  public Scorer(Store store, Truth truth, RunLog log, @Nullable TruthTracks tracks) {
    this.store = store;
    this.truth = truth;
    this.log = log;
    this.tracks = tracks;
  }

  /** Scores receipts; visits that fit nobody in the truth count with all they hold as wrong. */
  public Score score(List<Score.Visit> visits) {
    PeopleMatcher matcher = new PeopleMatcher(store.layout(), log, tracks);
    Map<String, String> personOf = matcher.match(truth, visits);
    Function<Score.Visit, String> person =
        v -> personOf.getOrDefault(v.visitId(), Score.nobody(v.visitId()));
    Accounting people = new Accounting(store, truth, visits, Truth.Receipt::targetId, person);
    Map<String, String> partyOf = partyOf();
    UnaryOperator<String> account = name -> partyOf.getOrDefault(name, name);
    Accounting accounts = accounts(visits, person, account);
    List<JudgedLine> judged = LineJudge.judge(visits, person, people, account, accounts);
    List<String> absent = new ArrayList<>();
    Causes causes = new CauseFinder(Deeds.of(truth), Deeds.of(log, personOf), people).find(judged);
    int inReview = (int) judged.stream().filter(line -> !line.charged()).count();
    ReceiptDelay delay = ReceiptDelay.of(log.secondsToReceipt());
    PartyScore parties = partyOf.isEmpty() ? null : parties(accounts);
    if (parties == null) {
      absent.add("parties: the truth names none");
    }
    if (log.isEmpty()) {
      absent.add("times of mistakes, delays: the run left no events.jsonl");
    } else if (truth.events().isEmpty() && people.truth() > 0) {
      absent.add("times of mistakes: the truth has no events");
    }
    if (tracks == null) {
      absent.add("tracking: the recording has no truth/floor.txt");
    } else if (log.tracks().isEmpty()) {
      absent.add("tracking: the run left no events.jsonl with positions");
    }
    return new Score(
        truth.caseName(),
        people.f1(),
        people.f1Charged(),
        people.f1WithoutOwners(),
        people.truePositives(),
        people.predicted(),
        people.truth(),
        people.exact(),
        people.owners(),
        people.moneyError(),
        new ReviewedMoney(store, people, visits, person).error(),
        judged.size(),
        inReview,
        (int) visits.stream().flatMap(v -> v.lines().stream()).filter(Score.Line::decided).count(),
        judged.isEmpty() ? 0 : 1000.0 * inReview / judged.size(),
        delay.maxSeconds(),
        matcher.how(),
        people.unpriced(),
        people.missing(),
        people.extra(),
        truth.origin(),
        causes,
        parties,
        tracks == null || log.tracks().isEmpty() ? null : FloorJudge.judge(tracks, log),
        Calibration.of(judged),
        delay,
        judged,
        absent);
  }

  private Map<String, String> partyOf() {
    Map<String, String> partyOf = new TreeMap<>();
    for (Truth.Receipt receipt : truth.receipts()) {
      String party = receipt.party();
      if (party != null) {
        partyOf.put(receipt.targetId(), party);
      }
    }
    return partyOf;
  }

  private Accounting accounts(
      List<Score.Visit> visits,
      Function<Score.Visit, String> person,
      UnaryOperator<String> account) {
    return new Accounting(
        store,
        truth,
        visits,
        receipt -> account.apply(receipt.targetId()),
        visit -> account.apply(person.apply(visit)));
  }

  private static PartyScore parties(Accounting accounts) {
    return new PartyScore(
        accounts.owners(),
        accounts.f1(),
        accounts.truePositives(),
        accounts.exact(),
        accounts.moneyError());
  }
}
