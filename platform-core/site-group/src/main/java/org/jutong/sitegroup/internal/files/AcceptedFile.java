package org.jutong.sitegroup.internal.files;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.jutong.plugin.Problem;
import org.jutong.sitegroup.internal.store.ArticleFileRows.Sized;
import org.jutong.sitegroup.internal.store.FileRows.Content;

/**
 * A file that an article may bring along, as it is stored.
 *
 * @param name for its address: 130 random bits and the usual ending
 * @param sized the file, then smaller pictures of it
 */
public record AcceptedFile(String name, List<Sized> sized) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Pictures PICTURES = new Pictures();
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int LENGTH = 26;

    /** @throws Problem as {@link org.jutong.sitegroup.ArticleFiles#add} says */
    public static AcceptedFile of(String name, byte[] content) {
        String plain = StoredFiles.plainName(name);
        ArticleFileKind kind = ArticleFileKind.of(plain, content);
        List<Sized> sized = new ArrayList<>();
        if (kind.isPicture()) {
            PICTURES.anew(kind.format(), content)
                    .forEach(each ->
                            sized.add(new Sized(content(plain, kind, each.content()), each.width(), each.height())));
        } else {
            sized.add(new Sized(content(plain, kind, content), 0, 0));
        }
        return new AcceptedFile(random() + "." + kind.ending(), sized);
    }

    private static Content content(String name, ArticleFileKind kind, byte[] bytes) {
        return new Content(name, kind.type(), StoredFiles.sha256(bytes), bytes);
    }

    private static String random() {
        StringBuilder letters = new StringBuilder(LENGTH);
        RANDOM.ints(LENGTH, 0, LETTERS.length()).forEach(at -> letters.append(LETTERS.charAt(at)));
        return letters.toString();
    }
}
