package io.walkout.tracker.calibrate;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Locale;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;

/**
 * A grey sheet as a file that says how large it is to be printed: PNG with its dots a metre (its
 * pHYs chunk), PDF 1.4 with a page of its size, or SVG with its size in millimetres.
 */
public final class SheetFile {
  /** Points of PDF in a millimetre. */
  private static final double POINTS_PER_MM = 72 / 25.4;

  /** Bytes of a PNG before the chunks that may follow its header: signature and IHDR. */
  private static final int PNG_HEADER = 33;

  private SheetFile() {}

  /**
   * Writes a sheet in the format that the file's name ends in.
   *
   * @param dotsPerMillimetre of the sheet
   * @throws CalibrationRefused if the name ends in none of the three
   */
  public static void write(BufferedImage sheet, double dotsPerMillimetre, Path file)
      throws IOException {
    String name = file.toString().toLowerCase(Locale.ROOT);
    double wide = sheet.getWidth() / dotsPerMillimetre;
    double high = sheet.getHeight() / dotsPerMillimetre;
    if (name.endsWith(".png")) {
      Files.write(file, png(sheet, dotsPerMillimetre));
    } else if (name.endsWith(".svg")) {
      Files.writeString(file, svg(png(sheet, dotsPerMillimetre), wide, high));
    } else if (name.endsWith(".pdf")) {
      Files.write(file, pdf(sheet, wide * POINTS_PER_MM, high * POINTS_PER_MM));
    } else {
      throw new CalibrationRefused(file + ": expected a name that ends in .png, .svg or .pdf");
    }
  }

  private static byte[] png(BufferedImage sheet, double dotsPerMillimetre) throws IOException {
    ByteArrayOutputStream plain = new ByteArrayOutputStream();
    ImageIO.write(sheet, "png", plain);
    byte[] bytes = plain.toByteArray();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(bytes, 0, PNG_HEADER);
    int dotsPerMetre = (int) Math.round(1000 * dotsPerMillimetre);
    byte[] chunk = new byte[13];
    System.arraycopy("pHYs".getBytes(StandardCharsets.US_ASCII), 0, chunk, 0, 4);
    number(chunk, 4, dotsPerMetre);
    number(chunk, 8, dotsPerMetre);
    chunk[12] = 1;
    CRC32 check = new CRC32();
    check.update(chunk);
    byte[] word = new byte[4];
    number(word, 0, 9);
    out.write(word);
    out.write(chunk);
    number(word, 0, (int) check.getValue());
    out.write(word);
    out.write(bytes, PNG_HEADER, bytes.length - PNG_HEADER);
    return out.toByteArray();
  }

  private static void number(byte[] to, int at, int value) {
    for (int i = 0; i < 4; i++) {
      to[at + i] = (byte) (value >>> (8 * (3 - i)));
    }
  }

  private static String svg(byte[] png, double wide, double high) {
    return String.format(
        Locale.ROOT,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%1$.3fmm\" height=\"%2$.3fmm\""
            + " viewBox=\"0 0 %1$.3f %2$.3f\">%n<image width=\"%1$.3f\" height=\"%2$.3f\""
            + " style=\"image-rendering:pixelated\" href=\"data:image/png;base64,%3$s\"/>%n</svg>%n",
        wide,
        high,
        Base64.getEncoder().encodeToString(png));
  }

  /** One page with one picture; the objects and their places are those of ISO 32000-1, 7.5. */
  private static byte[] pdf(BufferedImage sheet, double wide, double high) throws IOException {
    int w = sheet.getWidth();
    int h = sheet.getHeight();
    byte[] grey = (byte[]) sheet.getRaster().getDataElements(0, 0, w, h, null);
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflate = new DeflaterOutputStream(packed)) {
      deflate.write(grey);
    }
    String draw = String.format(Locale.ROOT, "%.3f 0 0 %.3f 0 0 cm /B Do", wide, high);
    byte[][] objects = {
      ascii("<< /Type /Catalog /Pages 2 0 R >>"),
      ascii("<< /Type /Pages /Kids [3 0 R] /Count 1 >>"),
      ascii(
          String.format(
              Locale.ROOT,
              "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %.3f %.3f] /Contents 4 0 R"
                  + " /Resources << /XObject << /B 5 0 R >> >> >>",
              wide,
              high)),
      ascii("<< /Length " + draw.length() + " >>\nstream\n" + draw + "\nendstream"),
      joined(
          ascii(
              "<< /Type /XObject /Subtype /Image /Width "
                  + w
                  + " /Height "
                  + h
                  + " /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /FlateDecode /Length "
                  + packed.size()
                  + " >>\nstream\n"),
          packed.toByteArray(),
          ascii("\nendstream"))
    };
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(ascii("%PDF-1.4\n"));
    StringBuilder places = new StringBuilder("xref\n0 6\n0000000000 65535 f \n");
    for (int i = 0; i < objects.length; i++) {
      places.append(String.format(Locale.ROOT, "%010d 00000 n \n", out.size()));
      out.write(joined(ascii((i + 1) + " 0 obj\n"), objects[i], ascii("\nendobj\n")));
    }
    int start = out.size();
    out.write(
        ascii(places + "trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n" + start + "\n%%EOF\n"));
    return out.toByteArray();
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
