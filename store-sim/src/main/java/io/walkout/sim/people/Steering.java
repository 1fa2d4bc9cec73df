package io.walkout.sim.people;

import io.walkout.sim.floor.FloorMap;
import java.util.List;

/**
 * How somebody gets their feet where they want among others: a social force with explicit
 * prediction of collisions (F. Zanlungo, T. Ikeda, T. Kanda, Social force model with explicit
 * collision prediction, EPL 93, 2011), where each other person pushes by how near they will come
 * and how soon; we add a lean to the right, so that two who meet don't stand off, and a bound on
 * how fast two bodies may close in on each other, so that nobody walks through anybody. Who is kept
 * from getting on makes themselves thin after a while and squeezes past; how thin is bounded.
 */
final class Steering {
  /** Nobody in a shop walks faster, metres a second. */
  static final double MOST_SPEED = 1.7;

  /** Strength and range of the push, after the paper's fit to people's trajectories. */
  private static final double PUSH = 1.13;

  private static final double RANGE_METRES = 0.71;

  /** Nobody minds what would happen later than this. */
  private static final double HORIZON_SECONDS = 2.5;

  /** People this far away are not looked at. */
  private static final double SIGHT_METRES = 3;

  /** How fast the wanted velocity is taken on. */
  private static final double RELAX_SECONDS = 0.35;

  /** Strongest wish to change one's velocity: brisk, no jump. */
  private static final double MOST_ACCELERATION = 2.5;

  /** Feet can brake harder than one likes to. */
  private static final double HARD_BRAKE = 4;

  /** Two bodies walk past each other with their middles so far apart. */
  private static final double BODY_METRES = 0.44;

  /** Sideways, chest to back. */
  private static final double SQUEEZED_METRES = 0.22;

  /** Who stands idle with somebody nearer than this shifts their feet, so fast for each metre. */
  private static final double ROOM_METRES = 0.42;

  private static final double ROOM_PER_SECOND = 1.5;

  /** On the last steps one minds one's feet. */
  private static final double ARRIVING_SECONDS = 0.15;

  private static final double ARRIVING_METRES = 0.5;

  /** Walls and fixtures push from so near, and so hard; chosen. */
  private static final double WALL_METRES = 0.25;

  private static final double WALL_PUSH = 2;

  /** Patience before one squeezes, and the time it takes to get as thin as one can. */
  private static final double PATIENCE_SECONDS = 1.5;

  private static final double SQUEEZE_SECONDS = 3;

  private final Shopper me;
  private double wantX;
  private double wantY;
  private double wallRoom;
  private double awayX;
  private double awayY;
  private double stuckSeconds;

  Steering(Shopper me) {
    this.me = me;
  }

  /** How long one has been kept from getting on, seconds; it wears off while one gets on. */
  double stuckSeconds() {
    return stuckSeconds;
  }

  /**
   * One step towards a place.
   *
   * @param speed wanted, metres a second
   * @param throughDoor whether walls don't count
   * @param stop whether one will stop there, and not just pass
   */
  void step(double toX, double toY, double speed, double step, boolean throughDoor, boolean stop) {
    me.steered();
    double dx = toX - me.x;
    double dy = toY - me.y;
    double d = Math.max(1e-6, Math.sqrt(dx * dx + dy * dy));
    // Who has to turn first does not run backwards; a sidestep is no turn.
    double facing = d < 0.5 ? 1 : lookingAlong(dx / d, dy / d);
    double v = speed * Math.clamp(0.3 + 0.7 * facing, 0.3, 1);
    double relax = stop && d < ARRIVING_METRES ? ARRIVING_SECONDS : RELAX_SECONDS;
    wantX = (dx / d * v - me.speedX) / relax;
    wantY = (dy / d * v - me.speedY) / relax;
    double manners = d < 0.35 ? 0.3 : 1;
    List<Shopper> others = me.scene().shoppers();
    for (int i = 0; i < others.size(); i++) {
      Shopper other = others.get(i);
      if (other != me && other.isVisible()) {
        avoid(other.x, other.y, other.speedX, other.speedY, BODY_METRES, manners);
        Pushed pushed = other.pushed();
        if (pushed != null) {
          avoid(
              pushed.x,
              pushed.y,
              other.speedX,
              other.speedY,
              pushed.radiusMetres() + BODY_METRES / 2,
              manners);
        }
      }
    }
    wallRoom = Double.POSITIVE_INFINITY;
    if (!throughDoor) {
      lookForWalls(d <= ARRIVING_METRES);
    }
    double a = Math.sqrt(wantX * wantX + wantY * wantY);
    double most = Math.min(1, MOST_ACCELERATION / Math.max(a, 1e-9)) * step;
    double vx = me.speedX + wantX * most;
    double vy = me.speedY + wantY * most;
    double fast = Math.sqrt(vx * vx + vy * vy);
    double limit = Math.min(1, Math.min(MOST_SPEED, 1.25 * me.pace) / Math.max(fast, 1e-9));
    double hadX = me.speedX;
    double hadY = me.speedY;
    me.speedX = vx * limit;
    me.speedY = vy * limit;
    keepOff(others, step);
    keepOffWalls();
    double nextX = me.speedX;
    double nextY = me.speedY;
    me.speedX = hadX;
    me.speedY = hadY;
    me.feet().move(nextX, nextY, step, throughDoor);
    double goneX = me.speedX;
    double goneY = me.speedY;
    double progress = (goneX * dx + goneY * dy) / d;
    boolean gettingOn = progress > 0.3 * Math.min(speed, 0.8);
    stuckSeconds = gettingOn ? Math.max(0, stuckSeconds - 2 * step) : stuckSeconds + step;
    if (Math.sqrt(goneX * goneX + goneY * goneY) > 0.15 && d > 0.25) {
      me.turnTo(StrictMath.atan2(goneY, goneX), step);
    }
  }

  /** Looks where the nearest wall or fixture is, if it is near; they push, too, a little. */
  private void lookForWalls(boolean arriving) {
    FloorMap floor = me.scene().shop().floor();
    wallRoom = floor.clearance(me.x, me.y) - floor.bodyMetres();
    if (wallRoom >= WALL_METRES) {
      return;
    }
    double e = 0.02;
    awayX = (floor.clearance(me.x + e, me.y) - floor.clearance(me.x - e, me.y)) / (2 * e);
    awayY = (floor.clearance(me.x, me.y + e) - floor.clearance(me.x, me.y - e)) / (2 * e);
    if (!arriving) {
      double push = WALL_PUSH * (1 - Math.max(0, wallRoom) / WALL_METRES);
      wantX += awayX * push;
      wantY += awayY * push;
    }
  }

  /** Nobody runs into a shelf: what of the velocity goes there ends in time. */
  private void keepOffWalls() {
    if (wallRoom >= WALL_METRES) {
      return;
    }
    double inwards = -(me.speedX * awayX + me.speedY * awayY);
    double less = inwards - Math.sqrt(2 * HARD_BRAKE * Math.max(0, wallRoom));
    if (less > 0) {
      me.speedX += awayX * less;
      me.speedY += awayY * less;
    }
  }

  /**
   * Which way somebody who stands would rather move to have others less near.
   *
   * @param idle whether they are free to move their feet
   * @param velocity receives x and y, metres a second; slow
   */
  static void room(Shopper me, boolean idle, double[] velocity) {
    velocity[0] = 0;
    velocity[1] = 0;
    if (!idle) {
      return;
    }
    List<Shopper> others = me.scene().shoppers();
    for (int i = 0; i < others.size(); i++) {
      Shopper other = others.get(i);
      if (other == me || !other.isVisible()) {
        continue;
      }
      double rx = me.x - other.x;
      double ry = me.y - other.y;
      double r2 = rx * rx + ry * ry;
      if (r2 < ROOM_METRES * ROOM_METRES) {
        double r = Math.max(1e-3, Math.sqrt(r2));
        double pace = ROOM_PER_SECOND * (ROOM_METRES - r) / r;
        velocity[0] += rx * pace;
        velocity[1] += ry * pace;
      }
    }
  }

  private double lookingAlong(double ux, double uy) {
    return StrictMath.cos(me.heading()) * ux + StrictMath.sin(me.heading()) * uy;
  }

  /** Adds the push of one other body. */
  private void avoid(
      double x, double y, double theirX, double theirY, double apart, double manners) {
    double rx = me.x - x;
    double ry = me.y - y;
    double r2 = rx * rx + ry * ry;
    if (r2 > SIGHT_METRES * SIGHT_METRES) {
      return;
    }
    double vx = me.speedX - theirX;
    double vy = me.speedY - theirY;
    double v2 = vx * vx + vy * vy;
    double meet = v2 < 1e-6 ? 0 : Math.clamp(-(rx * vx + ry * vy) / v2, 0, HORIZON_SECONDS);
    if (meet == 0 && r2 > 0.6 * 0.6) {
      return;
    }
    double fx = rx + vx * meet;
    double fy = ry + vy * meet;
    double nearest = Math.sqrt(fx * fx + fy * fy);
    double gap = Math.max(0, nearest - apart);
    double mySpeed = Math.sqrt(me.speedX * me.speedX + me.speedY * me.speedY);
    double strength =
        PUSH
            * Math.max(0.3, mySpeed)
            / Math.max(meet, 0.4)
            * StrictMath.exp(-gap / (0.35 * RANGE_METRES))
            * manners;
    if (nearest < 0.05) {
      fx = rx;
      fy = ry;
    }
    double norm = Math.max(0.05, Math.sqrt(fx * fx + fy * fy));
    double nx = fx / norm;
    double ny = fy / norm;
    wantX += strength * (nx + 0.35 * ny);
    wantY += strength * (ny - 0.35 * nx);
  }

  /** Takes away what of the velocity would bring two bodies into each other. */
  private void keepOff(List<Shopper> others, double step) {
    double thin = Math.clamp((stuckSeconds - PATIENCE_SECONDS) / SQUEEZE_SECONDS, 0, 1);
    double least = BODY_METRES + thin * (SQUEEZED_METRES - BODY_METRES);
    Pushed mine = me.pushed();
    for (int i = 0; i < others.size(); i++) {
      Shopper other = others.get(i);
      if (other == me || !other.isVisible()) {
        continue;
      }
      brake(me.x - other.x, me.y - other.y, other, least, step);
      Pushed theirs = other.pushed();
      if (theirs != null) {
        brake(me.x - theirs.x, me.y - theirs.y, other, least / 2 + theirs.radiusMetres(), step);
      }
      if (mine != null) {
        brake(mine.x - other.x, mine.y - other.y, other, least / 2 + mine.radiusMetres(), step);
      }
    }
  }

  private void brake(double rx, double ry, Shopper other, double least, double step) {
    double r2 = rx * rx + ry * ry;
    if (r2 > (least + 0.5) * (least + 0.5)) {
      return;
    }
    double r = Math.max(1e-3, Math.sqrt(r2));
    double nx = rx / r;
    double ny = ry / r;
    double mine = -(me.speedX * nx + me.speedY * ny);
    double theirs = other.speedX * nx + other.speedY * ny;
    double gap = r - least;
    // As fast as hard braking still stops in time; of two who close in, each sees to all of it.
    double allowed =
        gap <= 0
            ? Math.max(-0.3, 4 * gap)
            : Math.sqrt(HARD_BRAKE * HARD_BRAKE * step * step / 4 + 2 * HARD_BRAKE * gap)
                - HARD_BRAKE * step / 2;
    double toMuch = mine + theirs - allowed;
    if (toMuch > 0 && mine > allowed) {
      double less = Math.min(toMuch, mine - Math.min(allowed, 0));
      me.speedX += nx * less;
      me.speedY += ny * less;
    }
  }
}
