package org.jutong.identity;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * People who get the same grants.
 *
 * @param id its name, {@code [a-z][a-z0-9-]{1,39}}
 * @param title shown to people
 * @param members usernames
 * @param grants what its members may do where, in force or not
 */
public record Group(String id, String title, SortedSet<String> members, List<Grant> grants) {
    public Group {
        members = new TreeSet<>(members);
        grants = List.copyOf(grants);
    }
}
