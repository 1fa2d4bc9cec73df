// The pictures that nets are checked with, drawn in whole numbers so that the Java class CheckPicture draws
// the same. Coordinates run from 0 to 4096 over the picture's width and height.

const SKIN = [224, 172, 140];

/** Circles: centre x, centre y, radius, red, green, blue; later ones lie over earlier ones. */
function limb(circles, x0, y0, x1, y1, radius, colour) {
  for (let i = 0; i <= 16; i++) {
    circles.push([
      Math.floor((x0 * (16 - i) + x1 * i) / 16),
      Math.floor((y0 * (16 - i) + y1 * i) / 16),
      radius, ...colour]);
  }
}

/** Somebody standing, seen from the front, feet at y, of a height; the left hand is raised. */
function person(circles, x, y, height, shirt) {
  const at = (share) => Math.trunc(height * share / 1000);
  const trousers = [40, 48, 90];
  limb(circles, x - at(70), y - at(500), x - at(80), y - at(40), at(45), trousers);
  limb(circles, x + at(70), y - at(500), x + at(80), y - at(40), at(45), trousers);
  limb(circles, x - at(80), y - at(20), x - at(110), y - at(15), at(30), [30, 24, 20]);
  limb(circles, x + at(80), y - at(20), x + at(110), y - at(15), at(30), [30, 24, 20]);
  limb(circles, x - at(60), y - at(780), x - at(55), y - at(520), at(75), shirt);
  limb(circles, x + at(60), y - at(780), x + at(55), y - at(520), at(75), shirt);
  limb(circles, x, y - at(780), x, y - at(500), at(80), shirt);
  limb(circles, x - at(120), y - at(800), x - at(170), y - at(640), at(35), shirt);
  limb(circles, x - at(170), y - at(640), x - at(180), y - at(490), at(28), SKIN);
  limb(circles, x + at(120), y - at(800), x + at(210), y - at(700), at(35), shirt);
  limb(circles, x + at(210), y - at(700), x + at(280), y - at(820), at(28), SKIN);
  limb(circles, x, y - at(880), x, y - at(840), at(35), SKIN);
  limb(circles, x, y - at(960), x, y - at(950), at(64), [60, 40, 24]);
  limb(circles, x, y - at(930), x, y - at(910), at(56), SKIN);
  for (const side of [-1, 1]) {
    limb(circles, x + side * at(22), y - at(930), x + side * at(24), y - at(930), at(8), [20, 20, 20]);
  }
  limb(circles, x - at(16), y - at(888), x + at(16), y - at(888), at(5), [150, 60, 60]);
}

/** The back of an open hand, fingers up, wrist at y. */
function hand(circles, x, y, size) {
  const at = (share) => Math.trunc(size * share / 1000);
  const knuckles = [210, 158, 126];
  limb(circles, x, y + at(300), x, y, at(150), SKIN);
  limb(circles, x - at(60), y - at(120), x - at(120), y - at(400), at(150), SKIN);
  limb(circles, x + at(60), y - at(120), x + at(120), y - at(400), at(150), SKIN);
  const fingers = [[-190, -480, -260, -850], [-70, -520, -90, -980], [60, -520, 80, -960], [180, -470, 250, -820]];
  for (const [fx, fy, tx, ty] of fingers) {
    limb(circles, x + at(fx), y + at(fy), x + at(tx), y + at(ty), at(58), SKIN);
    circles.push([x + at(Math.floor((fx + tx) / 2)), y + at(Math.floor((fy + ty) / 2)), at(30), ...knuckles]);
  }
  limb(circles, x - at(180), y - at(150), x - at(430), y - at(430), at(66), SKIN);
}

const SCENES = {
  person(circles) { person(circles, 2048, 3900, 3600, [190, 60, 50]); },
  people(circles) {
    person(circles, 900, 3800, 3200, [60, 130, 70]);
    person(circles, 2200, 3950, 3700, [190, 60, 50]);
    person(circles, 3400, 3700, 2900, [70, 80, 180]);
  },
  hand(circles) { hand(circles, 2048, 2900, 2300); },
};

/**
 * @returns {Uint8Array} rows of pixels, each red, green, blue
 */
export function draw(scene, width, height) {
  const circles = [];
  SCENES[scene](circles);
  const out = new Uint8Array(width * height * 3);
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const x = Math.floor(column * 4096 / width);
      const y = Math.floor(row * 4096 / height);
      let colour = y > 3300 ? [120, 112, 104] : [176 - Math.floor(x / 64), 182 - Math.floor(y / 48), 170];
      for (const [cx, cy, r, red, green, blue] of circles) {
        if ((x - cx) * (x - cx) + (y - cy) * (y - cy) <= r * r) {
          const shade = Math.floor((x - cx) * 24 / r); // light comes from the right
          colour = [red + shade, green + shade, blue + shade];
        }
      }
      for (let c = 0; c < 3; c++) {
        const grain = (column * 7919 + row * 104729 + c * 1299709) % 13 - 6;
        out[(row * width + column) * 3 + c] = Math.max(0, Math.min(255, colour[c] + grain));
      }
    }
  }
  return out;
}
