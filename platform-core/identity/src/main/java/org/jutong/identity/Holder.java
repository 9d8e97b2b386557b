package org.jutong.identity;

import java.util.Objects;

/** Who holds a grant. */
public sealed interface Holder {

    /** A person, by the name of the account. */
    record User(String username) implements Holder {
        public User {
            Objects.requireNonNull(username, "username");
        }
    }

    /** All members of a group, as long as they are members. */
    record Group(String id) implements Holder {
        public Group {
            Objects.requireNonNull(id, "id");
        }
    }
}
