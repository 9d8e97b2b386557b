package org.jutong.sitegroup.internal.store;

import java.io.Serializable;
import java.util.Objects;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Lob;
import javax.persistence.Table;

/** A part of an archive, so that no more than that is ever in memory. */
@Entity(name = "SiteArchivePiece")
@Table(name = "SG_ARCHIVE_PIECE")
@IdClass(ArchivePieceRow.Key.class)
class ArchivePieceRow {

    @Id
    private long archive;

    @Id
    @Column(name = "PIECE_NO")
    private int piece;

    @Lob
    private byte[] content;

    protected ArchivePieceRow() {}

    ArchivePieceRow(long archive, int piece, byte[] content) {
        this.archive = archive;
        this.piece = piece;
        this.content = content;
    }

    byte[] content() {
        return content;
    }

    /** The primary key; JPA asks for a class with this shape. */
    public static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        private long archive;
        private int piece;

        /** For JPA. */
        public Key() {}

        Key(long archive, int piece) {
            this.archive = archive;
            this.piece = piece;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key that && archive == that.archive && piece == that.piece;
        }

        @Override
        public int hashCode() {
            return Objects.hash(archive, piece);
        }
    }
}
