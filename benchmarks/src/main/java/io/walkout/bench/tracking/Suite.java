package io.walkout.bench.tracking;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** A kind of sequence that the command can run. */
interface Suite {
  /** What stands above its figures. */
  String title();

  /**
   * Runs everything of this kind that it finds.
   *
   * @param data folder with a folder for each sequence, and peers.json
   * @param say takes a line about the progress
   */
  List<CaseFigures> run(Path data, Consumer<String> say) throws IOException;
}
