package io.walkout.billing;

import io.walkout.store.cart.Assignment;
import io.walkout.store.cart.Cart;
import io.walkout.store.shelf.ShelfChange;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * SHA-256 over everything a cart says, so that the same visit settled twice is told from two carts
 * for one visit. Each field is written in a fixed form with its length or count before it.
 */
final class CartDigest {
  private CartDigest() {}

  static String of(Cart cart) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      var out =
          new DataOutputStream(new DigestOutputStream(OutputStream.nullOutputStream(), sha256));
      write(out, cart);
      out.flush();
      return HexFormat.of().formatHex(sha256.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(DataOutputStream out, Cart cart) throws IOException {
    out.writeLong(cart.person().value());
    text(out, cart.targetId());
    out.writeLong(cart.enteredNanos());
    out.writeLong(cart.exitedNanos());
    text(out, cart.exitDoor());
    out.writeInt(cart.lines().size());
    for (Cart.Line line : cart.lines()) {
      text(out, line.product());
      out.writeInt(line.quantity());
      out.writeDouble(line.certainty());
      out.writeInt(line.alternatives().size());
      for (Cart.Alternative a : line.alternatives()) {
        text(out, a.product());
        out.writeInt(a.quantity());
        text(out, a.person());
        out.writeDouble(a.probability());
      }
      out.writeInt(line.evidence().size());
      for (Cart.Evidence e : line.evidence()) {
        write(out, e.assignment().change());
        explanations(out, List.of(e.assignment().best()));
        explanations(out, e.assignment().alternatives());
        out.writeDouble(e.reachMetres());
        text(out, e.reachedWith());
      }
    }
  }

  private static void write(DataOutputStream out, ShelfChange change) throws IOException {
    text(out, change.shelf());
    out.writeLong(change.startNanos());
    out.writeLong(change.endNanos());
    out.writeDouble(change.deltaGrams());
    out.writeDouble(change.sigmaGrams());
    out.writeInt(change.plates().size());
    for (ShelfChange.PlateDelta plate : change.plates()) {
      text(out, plate.plate());
      out.writeDouble(plate.deltaGrams());
      out.writeDouble(plate.sigmaGrams());
    }
  }

  private static void explanations(DataOutputStream out, List<Assignment.Explanation> list)
      throws IOException {
    out.writeInt(list.size());
    for (Assignment.Explanation x : list) {
      text(out, x.kind());
      text(out, x.person());
      text(out, x.product());
      out.writeInt(x.quantity());
      out.writeDouble(x.probability());
    }
  }

  /** Length and characters of a value that prints as itself; -1 for null. */
  private static void text(DataOutputStream out, @Nullable Object value) throws IOException {
    if (value == null) {
      out.writeInt(-1);
    } else {
      String text = value.toString();
      out.writeInt(text.length());
      out.writeChars(text);
    }
  }
}
