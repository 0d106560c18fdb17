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

/** Writes a screenshot with a palette of the 256 colours that it uses most; every other colour becomes the nearest. */
final class SmallPng {
    /** Of one picture that is kept. */
    static final int MOST_BYTES = 150_000;

    private static final int COLOURS = 256;

    private SmallPng() {}

    static void write(byte[] png, Path file) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
        int colours = COLOURS;
        byte[] small = encode(image, colours);
        while (small.length > MOST_BYTES && colours > 16) {
            colours /= 2;
            small = encode(image, colours);
        }
        if (small.length > MOST_BYTES) {
            throw new IOException(file + " has " + small.length + " bytes, more than " + MOST_BYTES);
        }
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.write(file, small);
    }

    private static byte[] encode(BufferedImage image, int colours) throws IOException {
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        Map<Integer, Integer> counts = new HashMap<>();
        for (int pixel : pixels) {
            counts.merge(pixel & 0xffffff, 1, Integer::sum);
        }
        List<Integer> palette = new ArrayList<>(counts.keySet());
        palette.sort(Comparator.comparing(counts::get).reversed());
        palette = palette.subList(0, Math.min(colours, palette.size()));
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
            List<Integer> known = palette;
            row[0] = nearest.computeIfAbsent(pixels[i] & 0xffffff, colour -> nearest(colour, known));
            indexed.getRaster().setPixel(i % image.getWidth(), i / image.getWidth(), row);
        }
        return png(indexed);
    }

    private static int nearest(int colour, List<Integer> palette) {
        int best = 0;
        long least = Long.MAX_VALUE;
        for (int i = 0; i < palette.size(); i++) {
            long red = (colour >> 16 & 255) - (palette.get(i) >> 16 & 255);
            long green = (colour >> 8 & 255) - (palette.get(i) >> 8 & 255);
            long blue = (colour & 255) - (palette.get(i) & 255);
            long distance = red * red + green * green + blue * blue;
            if (distance < least) {
                least = distance;
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
