package org.jutong.sitegroup.internal.store;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

/** A file of an article, or a picture of one in a smaller width. */
@Entity(name = "ArticleFile")
@Table(name = "SG_ARTICLE_FILE")
class ArticleFileRow {

    @Id
    @Column(name = "PUBLIC_NAME")
    private String name;

    private long article;

    @Column(name = "FILE_ID")
    private long file;

    private int width;

    private int height;

    /** The file of which this is a smaller picture; that file's own name where it is none. */
    private String original;

    protected ArticleFileRow() {}

    ArticleFileRow(String name, long article, long file, int width, int height, String original) {
        this.name = name;
        this.article = article;
        this.file = file;
        this.width = width;
        this.height = height;
        this.original = original;
    }

    String name() {
        return name;
    }

    long article() {
        return article;
    }

    long file() {
        return file;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    String original() {
        return original;
    }

    boolean isOriginal() {
        return name.equals(original);
    }
}
