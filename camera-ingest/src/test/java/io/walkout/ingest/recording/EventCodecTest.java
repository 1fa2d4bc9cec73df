package io.walkout.ingest.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.walkout.ingest.ring.StoreEvent;
import io.walkout.store.DoorId;
import io.walkout.store.Money;
import io.walkout.store.ProductCode;
import io.walkout.store.people.Joint;
import io.walkout.store.signal.Detections;
import io.walkout.store.signal.DoorEvent;
import io.walkout.store.signal.PictureFault;
import io.walkout.store.signal.PriceChange;
import io.walkout.store.signal.ShelfLooks;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Currency;
import java.util.Random;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class EventCodecTest {
  private final EventCodec codec = new EventCodec();

  @Test
  void givenPlatesWithGaps_whenCoded_thenEverySampleIsTheSameBitForBit() {
    StoreEvent read =
        coded(
            StoreEvent.Kind.PLATES,
            slot -> {
              slot.plates.shape(3, 2, 2, 3);
              slot.plates.firstNanos = 123;
              slot.plates.periodNanos = 16_666_667;
              for (int i = 0; i < 12; i++) {
                slot.plates.grams[i] = i % 5 == 0 ? Float.NaN : i * 0.24f;
              }
            });
    assertThat(read.plates.gondola).isEqualTo(3);
    assertThat(read.plates.samples).isEqualTo(2);
    assertThat(read.plates.shelves).isEqualTo(2);
    assertThat(read.plates.plates).isEqualTo(3);
    assertThat(read.plates.firstNanos).isEqualTo(123);
    assertThat(read.plates.periodNanos).isEqualTo(16_666_667);
    for (int i = 0; i < 12; i++) {
      assertThat(Float.floatToRawIntBits(read.plates.grams[i]))
          .isEqualTo(Float.floatToRawIntBits(i % 5 == 0 ? Float.NaN : i * 0.24f));
    }
  }

  @Test
  void givenPosesOfIdentitiesBeyond64Bits_whenCoded_thenTheyAreKeptAsText() {
    StoreEvent read =
        coded(
            StoreEvent.Kind.POSES,
            slot -> {
              slot.poses.add("17446744073709551557");
              int i = slot.poses.add("-42é");
              slot.poses.joint(i, Joint.LEFT_WRIST, 1, 2, 3, 0.5f);
            });
    assertThat(read.poses.count).isEqualTo(2);
    assertThat(read.poses.targetIds[0]).isEqualTo("17446744073709551557");
    assertThat(read.poses.targetIds[1]).isEqualTo("-42é");
    int k = Joint.COUNT + Joint.LEFT_WRIST.ordinal();
    assertThat(read.poses.x[k]).isEqualTo(1);
    assertThat(read.poses.y[k]).isEqualTo(2);
    assertThat(read.poses.z[k]).isEqualTo(3);
    assertThat(read.poses.score[k]).isEqualTo(0.5f);
    assertThat(read.poses.score[0]).isNaN();
  }

  @Test
  void givenTheSameIdentityAgain_whenDecoded_thenTheSameStringComesBack() {
    Consumer<StoreEvent> fill = slot -> slot.poses.add("someone");
    String first = coded(StoreEvent.Kind.POSES, fill).poses.targetIds[0];
    String second = coded(StoreEvent.Kind.POSES, fill).poses.targetIds[0];
    assertThat(second).isSameAs(first);
  }

  @Test
  void givenDoorsWithAndWithoutCredential_whenCoded_thenTheyAreEqual() {
    for (String credential : new @Nullable String[] {null, "", "token"}) {
      DoorEvent door = new DoorEvent(new DoorId("in"), 5, DoorEvent.Kind.ENTRY, credential);
      assertThat(coded(StoreEvent.Kind.DOOR, slot -> slot.door = door).door).isEqualTo(door);
    }
  }

  @Test
  void givenAPriceChange_whenCoded_thenItIsEqual() {
    PriceChange change =
        new PriceChange(new ProductCode("00042"), 5, new Money(-7, Currency.getInstance("JPY")));
    assertThat(coded(StoreEvent.Kind.PRICE, slot -> slot.price = change).price).isEqualTo(change);
  }

  @Test
  void givenDetectionsOfACamera_whenCoded_thenBoxesFloorPoseAndTracksAreTheSame() {
    StoreEvent read =
        coded(
            StoreEvent.Kind.FRAME,
            slot -> {
              slot.camera = 2;
              slot.detections.add(1, 2, 3, 4, 0.9f);
              slot.detections.add(5, 6, 7, 8, 0.8f);
              slot.detections.floor[2] = 1.5f;
              slot.detections.joints[Detections.POSE + 7] = 99;
              slot.detections.palmWrists[1] = Detections.RIGHT_PALM;
              slot.detections.tracks[0] = 12;
              slot.detections.alikeTracks[1] = 5;
              slot.detections.alikeTracks[0] = (3 << 24) + 11;
              slot.detections.alikeScores[0] = -2.5f;
              slot.detections.fault = PictureFault.FROZEN;
              slot.detections.blind = true;
            });
    assertThat(read.camera).isEqualTo(2);
    assertThat(read.detections.count).isEqualTo(2);
    assertThat(read.detections.blind).isTrue();
    assertThat(Arrays.copyOf(read.detections.boxes, 8)).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
    assertThat(Arrays.copyOf(read.detections.scores, 2)).containsExactly(0.9f, 0.8f);
    assertThat(read.detections.floor[2]).isEqualTo(1.5f);
    assertThat(read.detections.floor[0]).isNaN();
    assertThat(read.detections.joints[Detections.POSE + 7]).isEqualTo(99);
    assertThat(read.detections.joints[7]).isNaN();
    assertThat(Arrays.copyOf(read.detections.palmWrists, 2))
        .containsExactly(0, Detections.RIGHT_PALM);
    assertThat(Arrays.copyOf(read.detections.tracks, 2)).containsExactly(12, 0);
    assertThat(Arrays.copyOf(read.detections.alikeTracks, 2)).containsExactly((3 << 24) + 11, 5);
    assertThat(read.detections.alikeScores[0]).isEqualTo(-2.5f);
    assertThat(read.detections.fault).isEqualTo(PictureFault.FROZEN);
  }

  @Test
  void givenPosesFoundAfterwards_whenCoded_thenEachRowKeepsItsMomentTrackAndJoints() {
    StoreEvent read =
        coded(
            StoreEvent.Kind.FRAME,
            slot -> {
              slot.detections.add(1, 2, 3, 4, 0.9f);
              slot.detections.carried = true;
              slot.hindsight.add(70, 3, 5, 6, 7, 8);
              slot.hindsight.add(80, 4, 9, 10, 11, 12);
              slot.hindsight.joints[Detections.POSE + 2] = 0.75f;
              slot.hindsight.palmWrists[0] = Detections.LEFT_PALM | Detections.RIGHT_PALM;
            });
    assertThat(read.detections.count).isEqualTo(1);
    assertThat(read.detections.carried).isTrue();
    assertThat(read.hindsight.count).isEqualTo(2);
    assertThat(Arrays.copyOf(read.hindsight.captureNanos, 2)).containsExactly(70, 80);
    assertThat(Arrays.copyOf(read.hindsight.tracks, 2)).containsExactly(3, 4);
    assertThat(Arrays.copyOf(read.hindsight.palmWrists, 2)).containsExactly(3, 0);
    assertThat(Arrays.copyOf(read.hindsight.boxes, 8)).containsExactly(5, 6, 7, 8, 9, 10, 11, 12);
    assertThat(read.hindsight.joints[0]).isNaN();
    assertThat(read.hindsight.joints[Detections.POSE + 2]).isEqualTo(0.75f);
  }

  @Test
  void givenShelvesLooksInASlot_whenCoded_thenTheyComeBackBetweenDetectionsAndHindsight() {
    StoreEvent read =
        coded(
            StoreEvent.Kind.FRAME,
            slot -> {
              slot.detections.add(1, 2, 3, 4, 0.9f);
              slot.detections.fault = PictureFault.RESIZED;
              for (int i = 0; i < ShelfLooks.CAPACITY; i++) {
                int row = slot.shelfLooks.add(3, 2 + i, 30, 60, 70 + i);
                slot.shelfLooks.set(row, 29, 12.5);
              }
              slot.hindsight.add(70, 3, 5, 6, 7, 8);
            });
    assertThat(read.detections.count).isEqualTo(1);
    assertThat(read.detections.fault).isEqualTo(PictureFault.RESIZED);
    assertThat(read.hindsight.count).isEqualTo(1);
    assertThat(read.shelfLooks.count).isEqualTo(ShelfLooks.CAPACITY);
    assertThat(read.shelfLooks.shelves[15]).isEqualTo(17);
    assertThat(read.shelfLooks.toNanos[15]).isEqualTo(85);
    assertThat(read.shelfLooks.slices[15]).isEqualTo(30);
    assertThat(read.shelfLooks.change(15, 29)).isEqualTo(12.5);
    assertThat(read.shelfLooks.change(15, 28)).isNaN();
  }

  @Test
  void givenLooksInASlot_whenCoded_thenNothingOfThemIsWritten() {
    StoreEvent read =
        coded(StoreEvent.Kind.FRAME, slot -> slot.looks.add(0, new float[] {0.6f, 0.8f}));
    assertThat(read.looks.count).isZero();
    assertThat(read.looks.vectors()).isEmpty();
  }

  @Test
  void givenSilenceAndTheEnd_whenCoded_thenSourceAndTimesAreKept() {
    for (StoreEvent.Kind kind :
        new StoreEvent.Kind[] {StoreEvent.Kind.SOURCE_SILENT, StoreEvent.Kind.END}) {
      StoreEvent read =
          coded(
              kind,
              slot -> {
                slot.source = 3;
                slot.watermarkNanos = 77;
                slot.late = true;
              });
      assertThat(read.kind).isEqualTo(kind);
      assertThat(read.source).isEqualTo(3);
      assertThat(read.captureNanos).isEqualTo(1000);
      assertThat(read.arrivalNanos).isEqualTo(2000);
      assertThat(read.watermarkNanos).isEqualTo(77);
      assertThat(read.late).isTrue();
    }
  }

  @Test
  void givenAPayloadCutAnywhere_whenDecoded_thenItIsRefusedInWordsAndNothingIsThrown() {
    StoreEvent poses = new StoreEvent();
    poses.reset(StoreEvent.Kind.POSES);
    poses.poses.add("someone");
    ByteBuffer whole = encoded(poses);
    for (int cut = 0; cut < whole.limit(); cut++) {
      ByteBuffer part = whole.duplicate().order(whole.order()).limit(cut);
      assertThat(codec.decode(part, new StoreEvent())).as("cut at %d", cut).isNotNull();
    }
    assertThat(codec.decode(whole.duplicate().order(whole.order()), new StoreEvent())).isNull();
  }

  @Test
  void givenRandomBytes_whenDecoded_thenNothingIsThrown() {
    long seed = 7;
    Random random = new Random(seed);
    StoreEvent slot = new StoreEvent();
    for (int i = 0; i < 20_000; i++) {
      byte[] bytes = new byte[random.nextInt(120)];
      random.nextBytes(bytes);
      for (int k = 32; k < bytes.length; k++) {
        bytes[k] = random.nextInt(3) == 0 ? bytes[k] : (byte) random.nextInt(3);
      }
      if (bytes.length > 0) {
        bytes[0] = (byte) random.nextInt(9);
      }
      ByteBuffer payload = RecordLog.buffer(bytes.length).put(bytes).flip();
      assertThatCode(() -> codec.decode(payload, slot))
          .as("seed %d, round %d", seed, i)
          .doesNotThrowAnyException();
    }
  }

  @Test
  void givenATextOfTooManyBytes_whenEncoded_thenItIsRefused() {
    StoreEvent slot = new StoreEvent();
    slot.reset(StoreEvent.Kind.POSES);
    slot.poses.add("x".repeat(5000));
    assertThatThrownBy(() -> encoded(slot)).isInstanceOf(IllegalArgumentException.class);
  }

  private StoreEvent coded(StoreEvent.Kind kind, Consumer<StoreEvent> fill) {
    StoreEvent slot = new StoreEvent();
    slot.reset(kind);
    slot.captureNanos = kind == StoreEvent.Kind.DOOR || kind == StoreEvent.Kind.PRICE ? 5 : 1000;
    slot.arrivalNanos = 2000;
    fill.accept(slot);
    StoreEvent read = new StoreEvent();
    assertThat(codec.decode(encoded(slot), read)).isNull();
    assertThat(read.kind).isEqualTo(kind);
    return read;
  }

  private ByteBuffer encoded(StoreEvent slot) {
    ByteBuffer buffer = RecordLog.buffer(codec.maxBytes(slot) + 3);
    buffer.position(3);
    codec.encode(slot, buffer);
    return buffer.flip().position(3);
  }
}
