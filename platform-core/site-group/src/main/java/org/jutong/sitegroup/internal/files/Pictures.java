package org.jutong.sitegroup.internal.files;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import net.coobird.thumbnailator.Thumbnails;
import org.jutong.plugin.Problem;
import org.w3c.dom.Node;

/**
 * Makes pictures anew: what a camera wrote into them, and whatever else was hidden in their bytes, is gone; they are no
 * larger than a page needs; and there are smaller ones of them. One at a time, because a picture takes much memory.
 * Thread-safe.
 */
final class Pictures {

    /** In either direction. */
    static final int LARGEST_EDGE = 2560;

    /** Widths of the smaller ones. */
    static final List<Integer> SMALLER = List.of(480, 960);

    private static final long MOST_PIXELS = 30_000_000;
    private static final int MOST_FRAMES = 300;
    private static final Set<String> COMMENTS = Set.of("CommentExtensions", "PlainTextExtension");
    private static final double QUALITY = 0.9;

    /** A picture in one size. */
    record Picture(byte[] content, int width, int height) {}

    /**
     * The picture, then those that are smaller.
     *
     * @param format {@code jpeg}, {@code png} or {@code gif}, which the content is of
     * @throws Problem {@code picture_unreadable}, {@code picture_too_large} (415)
     */
    synchronized List<Picture> anew(String format, byte[] content) {
        try {
            requireSize(format, content);
            return format.equals("gif") ? List.of(moving(content)) : still(format, content);
        } catch (Problem refused) {
            throw refused;
        } catch (IOException | RuntimeException e) {
            throw Problem.of(415, "picture_unreadable");
        }
    }

    private static List<Picture> still(String format, byte[] content) throws IOException {
        BufferedImage image =
                Thumbnails.of(new ByteArrayInputStream(content)).scale(1).asBufferedImage();
        boolean fits = Math.max(image.getWidth(), image.getHeight()) <= LARGEST_EDGE;
        List<Picture> pictures = new ArrayList<>();
        if (fits && format.equals("jpeg") && BareJpeg.is(content)) {
            pictures.add(new Picture(content, image.getWidth(), image.getHeight()));
        } else {
            BufferedImage whole = fits
                    ? image
                    : Thumbnails.of(image).size(LARGEST_EDGE, LARGEST_EDGE).asBufferedImage();
            pictures.add(written(format, whole));
        }
        int width = pictures.get(0).width();
        for (int narrower : SMALLER) {
            if (narrower < width) {
                pictures.add(
                        written(format, Thumbnails.of(image).width(narrower).asBufferedImage()));
            }
        }
        return pictures;
    }

    private static Picture written(String format, BufferedImage image) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (format.equals("jpeg")) {
            Thumbnails.of(image)
                    .scale(1)
                    .outputFormat("jpg")
                    .outputQuality(QUALITY)
                    .toOutputStream(out);
        } else {
            ImageIO.write(image, format, out);
        }
        return new Picture(out.toByteArray(), image.getWidth(), image.getHeight());
    }

    /** All frames with their times, and none of the comments. */
    private static Picture moving(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageReader reader = reader("gif");
        ImageWriter writer = ImageIO.getImageWriter(reader);
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(content));
                ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            reader.setInput(in, false, false);
            int frames = reader.getNumImages(true);
            if (frames < 1 || frames > MOST_FRAMES) {
                throw tooLarge();
            }
            writer.setOutput(out);
            writer.prepareWriteSequence(clean(reader.getStreamMetadata(), writer.getDefaultStreamMetadata(null)));
            long pixels = 0;
            for (int i = 0; i < frames; i++) {
                pixels += (long) reader.getWidth(i) * reader.getHeight(i);
                if (pixels > 4 * MOST_PIXELS) {
                    throw tooLarge();
                }
                BufferedImage frame = reader.read(i);
                IIOMetadata plain = writer.getDefaultImageMetadata(new ImageTypeSpecifier(frame), null);
                writer.writeToSequence(new IIOImage(frame, null, clean(reader.getImageMetadata(i), plain)), null);
            }
            writer.endWriteSequence();
            out.flush();
            return new Picture(bytes.toByteArray(), reader.getWidth(0), reader.getHeight(0));
        } finally {
            reader.dispose();
            writer.dispose();
        }
    }

    /** What was read without its comments, as what is written. */
    private static IIOMetadata clean(IIOMetadata read, IIOMetadata written) throws IOException {
        String format = read.getNativeMetadataFormatName();
        Node root = read.getAsTree(format);
        for (Node node = root.getFirstChild(); node != null; ) {
            Node next = node.getNextSibling();
            if (COMMENTS.contains(node.getNodeName())) {
                root.removeChild(node);
            } else if (node.getNodeName().equals("ApplicationExtensions")) {
                onlyRepetition(node);
            }
            node = next;
        }
        written.setFromTree(format, root);
        return written;
    }

    /** How often it begins anew is all that pages need of what programs write into it. */
    private static void onlyRepetition(Node extensions) {
        for (Node node = extensions.getFirstChild(); node != null; ) {
            Node next = node.getNextSibling();
            if (!"NETSCAPE"
                    .equals(node.getAttributes().getNamedItem("applicationID").getNodeValue())) {
                extensions.removeChild(node);
            }
            node = next;
        }
    }

    /** A small file can say that it is a huge picture: looked at before anything is unpacked. */
    private static void requireSize(String format, byte[] content) throws IOException {
        ImageReader reader = reader(format);
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
            reader.setInput(in, true, true);
            if ((long) reader.getWidth(0) * reader.getHeight(0) > MOST_PIXELS) {
                throw tooLarge();
            }
        } finally {
            reader.dispose();
        }
    }

    private static ImageReader reader(String format) {
        return ImageIO.getImageReadersByFormatName(format).next();
    }

    private static Problem tooLarge() {
        return Problem.of(415, "picture_too_large", MOST_PIXELS / 1_000_000);
    }
}
