package io.walkout.tracker.detect;

import io.walkout.store.Camera;
import io.walkout.store.CameraId;
import io.walkout.store.Layout;
import io.walkout.store.geometry.CameraModel;
import io.walkout.store.geometry.FloorPoint;
import io.walkout.store.geometry.FloorPolygon;
import io.walkout.store.geometry.RigidTransform;
import io.walkout.store.geometry.Vec3;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Polygon;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * A room of 6 by 4 metres with a camera under the ceiling, painted: a floor with a pattern, people
 * as stacks of discs in trousers, shirt and hair, noise in every picture.
 */
final class PaintedStore {
  static final int WIDTH = 320;
  static final int HEIGHT = 180;

  final Camera camera;
  final Layout layout;
  private final BufferedImage empty =
      new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
  private final BufferedImage canvas =
      new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
  private final Random noise;
  private final int[] grain = new int[99_991];

  PaintedStore(long seed) {
    this(seed, new Vec3(0.2, 0.2, 2.7), new Vec3(3.5, 2.4, 0.4));
  }

  PaintedStore(long seed, Vec3 from, Vec3 at) {
    noise = new Random(seed);
    Arrays.setAll(grain, i -> (int) Math.round(2 * noise.nextGaussian()));
    camera = new Camera(new CameraId("c"), looking(from, at));
    layout =
        new Layout(
            FloorPolygon.rectangle(0, 0, 6, 4), List.of(), List.of(camera), List.of(), List.of());
    Graphics2D g = empty.createGraphics();
    Random pattern = new Random(99);
    for (int y = 0; y < HEIGHT; y += 12) {
      for (int x = 0; x < WIDTH; x += 12) {
        int grey = 95 + pattern.nextInt(50);
        g.setColor(new Color(grey, grey - 5 + pattern.nextInt(10), grey - 15));
        g.fillRect(x, y, 12, 12);
      }
    }
    g.dispose();
  }

  /** A camera at a place, looking at a point, upright. */
  static CameraModel looking(Vec3 from, Vec3 at) {
    Vec3 forward = at.minus(from).times(1 / at.distanceTo(from));
    double flat = Math.hypot(forward.x(), forward.y());
    Vec3 right = new Vec3(forward.y() / flat, -forward.x() / flat, 0);
    Vec3 down =
        new Vec3(
            forward.y() * right.z() - forward.z() * right.y(),
            forward.z() * right.x() - forward.x() * right.z(),
            forward.x() * right.y() - forward.y() * right.x());
    double[] rotation = {
      right.x(), down.x(), forward.x(),
      right.y(), down.y(), forward.y(),
      right.z(), down.z(), forward.z()
    };
    return new CameraModel(
        WIDTH,
        HEIGHT,
        170,
        170,
        WIDTH / 2.0,
        HEIGHT / 2.0,
        new double[5],
        new RigidTransform(rotation, from));
  }

  /** Starts a picture: the empty store. */
  PaintedStore clear() {
    canvas.getGraphics().drawImage(empty, 0, 0, null);
    return this;
  }

  /** Paints somebody standing. Those nearer to the camera must come later. */
  PaintedStore person(double x, double y) {
    return person(x, y, 1.72);
  }

  /** Paints somebody of a height, metres: trousers, shirt and hair. */
  PaintedStore person(double x, double y, double height) {
    Graphics2D g = canvas.createGraphics();
    for (double z = 0; z < height; z += 0.03) {
      double share = z / height;
      g.setColor(
          share < 0.5
              ? new Color(40, 40, 70)
              : share < 0.85 ? new Color(180, 40, 40) : Color.BLACK);
      disc(g, x, y, z, share < 0.5 ? 0.17 : share < 0.85 ? 0.23 : 0.11);
    }
    g.dispose();
    return this;
  }

  /** Paints several people, the farthest first. */
  PaintedStore people(List<FloorPoint> places) {
    FloorPoint eye = camera.model().position().floor();
    places.stream()
        .sorted(Comparator.comparingDouble(p -> -p.distanceTo(eye)))
        .forEach(p -> person(p.x(), p.y()));
    return this;
  }

  /** Paints an upright board between two places on the floor, from one height to another. */
  PaintedStore board(FloorPoint from, FloorPoint to, double bottom, double top, Color colour) {
    Polygon outline = new Polygon();
    double[] pixel = new double[2];
    double[][] corners = {{0, bottom}, {0, top}, {1, top}, {1, bottom}};
    for (double[] c : corners) {
      double x = from.x() + c[0] * (to.x() - from.x());
      double y = from.y() + c[0] * (to.y() - from.y());
      if (!camera.model().project(x, y, c[1], pixel)) {
        return this;
      }
      outline.addPoint((int) Math.round(pixel[0]), (int) Math.round(pixel[1]));
    }
    Graphics2D g = canvas.createGraphics();
    g.setColor(colour);
    g.fillPolygon(outline);
    g.dispose();
    return this;
  }

  private void disc(Graphics2D g, double x, double y, double z, double radius) {
    Polygon outline = new Polygon();
    double[] pixel = new double[2];
    for (int k = 0; k < 24; k++) {
      double a = 2 * Math.PI * k / 24;
      if (!camera.model().project(x + radius * Math.cos(a), y + radius * Math.sin(a), z, pixel)) {
        return;
      }
      outline.addPoint((int) Math.round(pixel[0]), (int) Math.round(pixel[1]));
    }
    g.fillPolygon(outline);
  }

  /** Paints a rectangle of one colour. */
  PaintedStore thing(int x, int y, int width, int height, Color colour) {
    Graphics2D g = canvas.createGraphics();
    g.setColor(colour);
    g.fillRect(x, y, width, height);
    g.dispose();
    return this;
  }

  /** Makes a part of the picture brighter or darker, without changing its colours. */
  PaintedStore light(int x, int y, int width, int height, double factor) {
    byte[] pixels = ((DataBufferByte) canvas.getRaster().getDataBuffer()).getData();
    for (int row = y; row < y + height; row++) {
      for (int i = 3 * (row * WIDTH + x); i < 3 * (row * WIDTH + x + width); i++) {
        pixels[i] = (byte) Math.clamp(Math.round((pixels[i] & 0xff) * factor), 0, 255);
      }
    }
    return this;
  }

  /** The picture, with the noise of a camera, as a detector takes it. */
  ByteBuffer shot() {
    byte[] pixels = ((DataBufferByte) canvas.getRaster().getDataBuffer()).getData();
    ByteBuffer bgr = ByteBuffer.allocateDirect(pixels.length);
    int at = noise.nextInt(grain.length);
    for (byte pixel : pixels) {
      bgr.put((byte) Math.clamp((pixel & 0xff) + grain[at], 0, 255));
      at = at + 1 == grain.length ? 0 : at + 1;
    }
    return bgr.flip();
  }
}
