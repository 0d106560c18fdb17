package dev.rapport.ui.dev;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Writes a screenshot with a palette of at most 256 colours, fewer until it is small; others become the nearest. */
final class SmallPng {
    /** Of one picture that is kept. */
    static final int MOST_BYTES = 150_000;

    private static final int TALLEST = 4_000;

    private static final int COLOURS = 256;
    private static final int FARTHEST = 48;

    private SmallPng() {}

    /** A picture in one part, or in two where it is too tall to be looked at as one. */
    static List<byte[]> parts(byte[] png) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
        int height = image.getHeight();
        if (height <= TALLEST) {
            return List.of(png);
        }
        int half = (height + 1) / 2;
        return List.of(
                png(image.getSubimage(0, 0, image.getWidth(), half)),
                png(image.getSubimage(0, half, image.getWidth(), height - half)));
    }

    static void write(byte[] png, Path file) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        for (int apart = 0; apart <= FARTHEST; apart += 6) {
            List<Integer> palette = palette(pixels, apart);
            if (palette.size() == COLOURS) {
                continue;
            }
            byte[] small = encode(image, pixels, palette);
            if (small.length <= MOST_BYTES) {
                Files.createDirectories(file.toAbsolutePath().getParent());
                Files.write(file, small);
                return;
            }
        }
        throw new IOException(file + " has more than " + MOST_BYTES + " bytes whatever its palette");
    }

    private static byte[] encode(BufferedImage image, int[] pixels, List<Integer> palette) throws IOException {
        int size = palette.size();
        byte[] red = new byte[size];
        byte[] green = new byte[size];
        byte[] blue = new byte[size];
        for (int i = 0; i < size; i++) {
            red[i] = (byte) (palette.get(i) >> 16);
            green[i] = (byte) (palette.get(i) >> 8);
            blue[i] = (byte) (int) palette.get(i);
        }
        BufferedImage indexed = new BufferedImage(
                image.getWidth(),
                image.getHeight(),
                BufferedImage.TYPE_BYTE_INDEXED,
                new IndexColorModel(8, size, red, green, blue));
        Map<Integer, Integer> nearest = new HashMap<>();
        int[] row = new int[1];
        for (int i = 0; i < pixels.length; i++) {
            row[0] = nearest.computeIfAbsent(pixels[i] & 0xffffff, colour -> nearest(colour, palette));
            indexed.getRaster().setPixel(i % image.getWidth(), i / image.getWidth(), row);
        }
        return png(indexed);
    }

    /** Most used colours first, leaving out those too near to one already taken, so that rare hues stay. */
    private static List<Integer> palette(int[] pixels, int apart) {
        Map<Integer, Integer> counts = new HashMap<>();
        for (int pixel : pixels) {
            counts.merge(pixel & 0xffffff, 1, Integer::sum);
        }
        List<Integer> byUse = new ArrayList<>(counts.keySet());
        byUse.sort(Comparator.comparing(counts::get).reversed());
        List<Integer> palette = new ArrayList<>();
        for (int colour : byUse) {
            if (palette.isEmpty() || distance(colour, palette.get(nearest(colour, palette))) > (long) apart * apart) {
                palette.add(colour);
            }
            if (palette.size() == COLOURS) {
                return palette;
            }
        }
        return palette;
    }

    private static long distance(int one, int other) {
        long red = (one >> 16 & 255) - (other >> 16 & 255);
        long green = (one >> 8 & 255) - (other >> 8 & 255);
        long blue = (one & 255) - (other & 255);
        return red * red + green * green + blue * blue;
    }

    private static int nearest(int colour, List<Integer> palette) {
        int best = 0;
        for (int i = 1; i < palette.size(); i++) {
            if (distance(colour, palette.get(i)) < distance(colour, palette.get(best))) {
                best = i;
            }
        }
        return best;
    }

    private static byte[] png(BufferedImage image) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        ImageWriteParam parameters = writer.getDefaultWriteParam();
        parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        parameters.setCompressionQuality(0);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), parameters);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
