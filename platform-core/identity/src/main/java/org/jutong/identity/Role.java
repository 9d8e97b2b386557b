package org.jutong.identity;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A set of permissions with a name.
 *
 * @param id {@code [a-z][a-z0-9-]{1,39}}
 * @param title by language tag, {@code zh-CN} and {@code en}
 * @param builtIn whether it came with the platform; such a role is neither changed nor deleted
 * @param office the office that its holders have; nobody has two. {@code administrator},
 *     {@code security-administrator} or {@code audit-administrator}
 * @param permissions those given to it by its definition; plugins may add theirs to a built-in role
 */
public record Role(
        String id, Map<String, String> title, boolean builtIn, Optional<String> office, Set<String> permissions) {
    public Role {
        title = Map.copyOf(title);
        permissions = Set.copyOf(permissions);
    }
}
