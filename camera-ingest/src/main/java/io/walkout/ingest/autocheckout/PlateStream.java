package io.walkout.ingest.autocheckout;

import io.walkout.ingest.recording.RecordingWriter;
import io.walkout.store.EventTime;
import io.walkout.store.Gondola;
import io.walkout.store.Layout;
import io.walkout.store.Plate;
import io.walkout.store.PlateId;
import io.walkout.store.Policy;
import io.walkout.store.Shelf;
import io.walkout.store.signal.PlateBlock;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Writes {@code plate_data} into the recording: the channels that are plates by the layout, each
 * gondola's documents in the order of their time.
 */
final class PlateStream {
  private final CaseSurvey survey;
  private final RecordingWriter writer;
  private final ImportLog log;
  private final Map<Integer, GondolaChannels> gondolas = new TreeMap<>();
  private final ArrivalClock clock = new ArrivalClock();
  private final PlateDocument document = new PlateDocument();
  private final PlateBlock block = new PlateBlock(0);
  private final TreeSet<Integer> unknownGondolas = new TreeSet<>();
  private long written;

  private PlateStream(CaseSurvey survey, Layout layout, RecordingWriter writer, ImportLog log) {
    this.survey = survey;
    this.writer = writer;
    this.log = log;
    for (Gondola gondola : layout.gondolas()) {
      gondolas.put(gondola.number(), new GondolaChannels(gondola));
    }
  }

  /** Writes the whole collection. */
  static void write(
      CaseFiles files,
      Path file,
      CaseSurvey survey,
      Layout layout,
      RecordingWriter writer,
      ImportLog log)
      throws IOException {
    PlateStream stream = new PlateStream(survey, layout, writer, log);
    JsonLines.read(
        files,
        file,
        log,
        (parser, line) -> {
          String fault = stream.document.read(parser);
          if (fault == null) {
            stream.take();
          } else {
            log.problem(
                "plate documents that can't be used",
                files.name(file) + ", line " + line + " is left out: " + fault);
          }
        });
    stream.finish(files.name(file));
  }

  private void take() throws IOException {
    GondolaChannels channels = gondolas.get(document.gondola());
    if (channels == null) {
      unknownGondolas.add(document.gondola());
      log.count("plate documents of unknown gondolas", 1);
      return;
    }
    int rank = survey.keptPlates(document.gondola()).rank(channels.documents++);
    if (rank < 0) {
      return;
    }
    channels.fill(document, block);
    if (rank == channels.nextRank) {
      write(channels, block, document.storedNanos());
      for (Held held = channels.next(); held != null; held = channels.next()) {
        write(channels, held.block(), held.storedNanos());
      }
    } else {
      // Stored before a document that is older: waits for it. Bounded, since documents overtake
      // each other by no more than KeptDocuments allows.
      PlateBlock copy = new PlateBlock(block.length());
      copy.copyFrom(block);
      channels.held.put(rank, new Held(copy, document.storedNanos()));
      log.count("plate documents stored out of order", 1);
    }
  }

  private void write(GondolaChannels channels, PlateBlock next, long storedNanos)
      throws IOException {
    writer.plates(next, clock.arrival(next.firstNanos, storedNanos));
    channels.nextRank++;
    written++;
  }

  private void finish(String name) {
    log.count("plate documents", written);
    clock.tell(name, log);
    if (!unknownGondolas.isEmpty()) {
      log.problem(
          "gondolas not in the store",
          unknownGondolas.size(),
          name + ": gondolas " + unknownGondolas + " are not in the store; they are left out");
    }
    survey
        .keptPlates()
        .forEach(
            (gondola, kept) ->
                kept.leftOut()
                    .forEach(
                        (why, howMany) ->
                            log.problem(
                                "plate " + why,
                                howMany,
                                name
                                    + ", gondola "
                                    + gondola
                                    + ": "
                                    + howMany
                                    + " "
                                    + why
                                    + " left out")));
    gondolas.values().forEach(channels -> channels.tell(name, log));
    survey.lastNanos().ifPresent(end -> tellStopped(name, end));
  }

  /** A gondola that went silent before the end: what was taken from it then, nobody felt. */
  private void tellStopped(String name, long endNanos) {
    for (int gondola : gondolas.keySet()) {
      Optional<Long> last = survey.lastNanos(gondola);
      if (last.isPresent() && endNanos - last.get() > Policy.DEFAULT.silentAfterNanos()) {
        log.problem(
            "gondolas that stop early",
            name
                + ": gondola "
                + gondola
                + " stops at "
                + EventTime.iso(last.get())
                + ", "
                + Math.round((endNanos - last.get()) / 1e9)
                + " s before the end of the case; nothing is felt on its shelves from then on");
      }
    }
  }

  /** A document that waits for an older one. */
  private record Held(PlateBlock block, long storedNanos) {}

  /** What the layout knows of one gondola's channels, and what its documents showed. */
  private static final class GondolaChannels {
    private final Gondola gondola;
    private final TreeSet<PlateId> real = new TreeSet<>();
    private final TreeSet<PlateId> junk = new TreeSet<>();
    private final TreeSet<PlateId> live = new TreeSet<>();
    private final TreeMap<Integer, Held> held = new TreeMap<>();
    private boolean[][] isReal = new boolean[0][0];
    private int lastShelf;
    private int lastPlate;
    private int documents;
    private int nextRank;

    GondolaChannels(Gondola gondola) {
      this.gondola = gondola;
      for (Shelf shelf : gondola.shelves()) {
        for (Plate plate : shelf.plates()) {
          real.add(plate.id());
          lastShelf = Math.max(lastShelf, plate.id().shelf());
          lastPlate = Math.max(lastPlate, plate.id().plate());
        }
      }
      isReal = new boolean[lastShelf + 1][lastPlate + 1];
      real.forEach(plate -> isReal[plate.shelf()][plate.plate()] = true);
    }

    @org.jspecify.annotations.Nullable
    Held next() {
      return held.isEmpty() || held.firstKey() != nextRank
          ? null
          : held.pollFirstEntry().getValue();
    }

    void fill(PlateDocument document, PlateBlock block) {
      int shelves = Math.max(1, lastShelf);
      int plates = Math.max(1, lastPlate);
      block.shape(gondola.number(), document.samples(), shelves, plates);
      block.firstNanos = document.captureNanos();
      block.periodNanos = document.periodNanos();
      java.util.Arrays.fill(block.grams, 0, block.length(), Float.NaN);
      for (int shelf = 1; shelf <= document.lastShelf(); shelf++) {
        for (int plate = 1; plate <= document.lastPlate(); plate++) {
          boolean wanted = shelf <= lastShelf && plate <= lastPlate && isReal[shelf][plate];
          boolean alive = false;
          for (int k = 0; k < document.samples(); k++) {
            float grams = document.grams(k, shelf, plate);
            alive |= !Float.isNaN(grams);
            if (wanted) {
              block.grams[block.index(k, shelf - 1, plate - 1)] = grams;
            }
          }
          if (alive) {
            (wanted ? live : junk).add(new PlateId(gondola.number(), shelf, plate));
          }
        }
      }
    }

    void tell(String name, ImportLog log) {
      log.count("plates", real.size());
      if (nextRank == 0) {
        log.problem(
            "gondolas without plate data",
            name
                + " holds nothing "
                + (documents == 0 ? "" : "usable ")
                + "of gondola "
                + gondola.number()
                + ", which is in the store");
        return;
      }
      if (!junk.isEmpty()) {
        TreeSet<Integer> numbers = new TreeSet<>();
        junk.forEach(plate -> numbers.add(plate.plate()));
        log.problem(
            "channels that are no plate",
            junk.size(),
            name
                + ": "
                + junk.size()
                + " channels of gondola "
                + gondola.number()
                + " (numbers "
                + numbers
                + ") are no plates of the store; they are left out");
      }
      TreeSet<PlateId> dead = new TreeSet<>(real);
      dead.removeAll(live);
      if (!dead.isEmpty()) {
        log.problem(
            "plates without a sample",
            dead.size(),
            name + ": plates " + dead + " never sent a number");
      }
    }
  }
}
