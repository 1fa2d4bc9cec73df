package io.walkout.billing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file of receipts, whoever wrote it.
 *
 * @param recording the recording they belong to, or null if the file names none
 * @param receipts in the file's order
 */
public record ReadReceipts(@Nullable String recording, List<ReadReceipt> receipts) {
  /** Copies the list. */
  public ReadReceipts {
    receipts = List.copyOf(receipts);
  }
}
