package org.jutong.search.internal.attached;

import java.util.Arrays;
import java.util.Optional;

/** Attachments whose words are looked for, in the order of the reader's numbers. */
enum AttachedKind {
    PDF("application/pdf"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document");

    private final String type;

    AttachedKind(String type) {
        this.type = type;
    }

    static Optional<AttachedKind> of(String type) {
        return Arrays.stream(values()).filter(kind -> kind.type.equals(type)).findFirst();
    }
}
