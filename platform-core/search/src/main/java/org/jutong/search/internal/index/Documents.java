package org.jutong.search.internal.index;

import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;
import org.jsoup.Jsoup;
import org.jutong.plugin.SiteCode;
import org.jutong.search.internal.attached.Attachment;
import org.jutong.sitegroup.Article;
import org.jutong.sitegroup.ArticleJournal.Place;
import org.jutong.sitegroup.ArticleJournal.Published;

/** An article as a document of the index. */
final class Documents {

    private static final FieldType SHOWN = shown();

    private Documents() {}

    private static FieldType shown() {
        FieldType type = new FieldType(TextField.TYPE_STORED);
        type.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS);
        type.freeze();
        return type;
    }

    static Document of(Published published, List<Attachment> attachments) {
        Article article = published.article();
        Document document = new Document();
        document.add(new StringField(Fields.ID, Long.toString(article.id()), Field.Store.YES));
        text(document, Fields.TITLE, Fields.TITLE_CHARS, article.title());
        text(
                document,
                Fields.TEXT,
                Fields.TEXT_CHARS,
                Jsoup.parse(article.body()).text());
        attachments.forEach(each -> attachment(document, each));
        document.add(new StoredField(Fields.SOURCE, article.source()));
        document.add(new StoredField(Fields.OWNER, article.owner().value()));
        article.document().number().ifPresent(number -> {
            document.add(new StringField(Fields.NUMBER, Fields.number(number), Field.Store.NO));
            document.add(new StoredField(Fields.SHOWN_NUMBER, number));
        });
        article.document().subject().ifPresent(subject -> subject(document, subject));
        places(document, published.places());
        return document;
    }

    private static void text(Document document, String words, String characters, String text) {
        document.add(new TextField(words, text, Field.Store.NO));
        document.add(new Field(characters, text, SHOWN));
    }

    private static void attachment(Document document, Attachment attachment) {
        document.add(new StoredField(Fields.FILE, attachment.file()));
        document.add(new StoredField(Fields.FILE_NAME, attachment.name()));
        text(document, Fields.FILES, Fields.FILES_CHARS, attachment.words().orElse(""));
        if (attachment.words().isEmpty()) {
            document.add(new StringField(Fields.UNREAD, Fields.UNREAD, Field.Store.NO));
        }
    }

    /** The class itself and all that it is below: 综合政务\电子政务 is found by 综合政务 too. */
    private static void subject(Document document, String subject) {
        for (int end = subject.indexOf('\\'); end >= 0; end = subject.indexOf('\\', end + 1)) {
            document.add(new StringField(Fields.SUBJECT, subject.substring(0, end), Field.Store.NO));
        }
        document.add(new StringField(Fields.SUBJECT, subject, Field.Store.NO));
    }

    private static void places(Document document, List<Place> places) {
        for (Place place : places) {
            SiteCode site = place.site();
            String column = Fields.column(site.value(), place.column());
            document.add(new StringField(Fields.SITE, site.value(), Field.Store.NO));
            document.add(new StringField(Fields.COLUMN, column, Field.Store.NO));
            document.add(new SortedSetDocValuesField(Fields.PLACE, new BytesRef(column)));
        }
        if (places.size() == 1) {
            document.add(new StringField(Fields.ONLY, places.get(0).site().value(), Field.Store.NO));
        }
        long time = places.get(0).published().toEpochMilli();
        document.add(new LongPoint(Fields.PUBLISHED, time));
        document.add(new NumericDocValuesField(Fields.PUBLISHED, time));
        document.add(new StoredField(Fields.PUBLISHED, time));
    }
}
