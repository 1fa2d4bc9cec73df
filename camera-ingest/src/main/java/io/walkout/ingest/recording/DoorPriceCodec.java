package io.walkout.ingest.recording;

import io.walkout.ingest.ring.StoreEvent;
import io.walkout.store.DoorId;
import io.walkout.store.Money;
import io.walkout.store.ProductCode;
import io.walkout.store.signal.DoorEvent;
import io.walkout.store.signal.PriceChange;
import java.nio.ByteBuffer;
import java.util.Currency;

/** The payloads of door events and price changes, which are rare and may allocate. */
final class DoorPriceCodec {
  /** Stands in place of a credential's length where none was shown. */
  private static final int NO_TEXT = 0xffff;

  private final TextTable texts;

  DoorPriceCodec(TextTable texts) {
    this.texts = texts;
  }

  void encodeDoor(DoorEvent door, ByteBuffer to) {
    to.put((byte) (door.kind() == DoorEvent.Kind.ENTRY ? 0 : 1));
    TextTable.put(door.door().value(), to);
    if (door.credential() == null) {
      to.putShort((short) NO_TEXT);
    } else {
      TextTable.put(door.credential(), to);
    }
  }

  boolean decodeDoor(ByteBuffer from, StoreEvent slot) {
    int way = from.hasRemaining() ? from.get() : -1;
    String id = texts.get(from);
    if (way < 0 || way > 1 || id == null || id.isBlank() || from.remaining() < 2) {
      return false;
    }
    String credential = null;
    if (from.getShort(from.position()) == (short) NO_TEXT) {
      from.getShort();
    } else {
      credential = texts.get(from);
      if (credential == null) {
        return false;
      }
    }
    slot.door =
        new DoorEvent(
            new DoorId(id),
            slot.captureNanos,
            way == 0 ? DoorEvent.Kind.ENTRY : DoorEvent.Kind.EXIT,
            credential);
    return !from.hasRemaining();
  }

  void encodePrice(PriceChange change, ByteBuffer to) {
    TextTable.put(change.product().value(), to);
    to.putLong(change.price().minor());
    TextTable.put(change.price().currency().getCurrencyCode(), to);
  }

  boolean decodePrice(ByteBuffer from, StoreEvent slot) {
    String code = texts.get(from);
    if (code == null || code.isBlank() || from.remaining() < 8) {
      return false;
    }
    long minor = from.getLong();
    String currency = texts.get(from);
    if (currency == null || from.hasRemaining()) {
      return false;
    }
    try {
      Money price = new Money(minor, Currency.getInstance(currency));
      slot.price = new PriceChange(new ProductCode(code), slot.captureNanos, price);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
