package io.walkout.tracker.shelf;

public class Try {
  public static void main(String[] a) throws Exception {
    RecordedPlates r = RecordedPlates.read("cps-test-01");
    TrackedBlocks t = new TrackedBlocks(Stores.of(r.plates()));
    t.takeAll(r.blocks());
    t.end();
    long t0 = r.blocks().get(0).firstNanos;
    for (var x : t.announced) {
      var c = x.change();
      System.out.printf("%s %.2f..%.2f at %.2f %.1f+-%.1f %s%n", c.shelf(), (c.startNanos()-t0)/1e9,(c.endNanos()-t0)/1e9,(x.atNanos()-t0)/1e9,c.deltaGrams(),c.sigmaGrams(),c.plates());
    }
    System.out.println(t.tracker.counts());
  }
}
