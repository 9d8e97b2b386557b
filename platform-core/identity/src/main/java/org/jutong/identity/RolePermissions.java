package org.jutong.identity;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A further source of permissions and of what roles may do, as an OSGi service; the catalog gives what plugins declare.
 * Asked at each check, so it keeps its answers ready. Thread-safe.
 */
@ConsumerType
public interface RolePermissions {

    /** The permissions of the role from this source; empty where it knows none. */
    Set<String> of(String role);

    /** A permission that this source declares, or empty. */
    Optional<Permission> find(String permission);

    /** All that this source declares. */
    List<Permission> all();

    /**
     * A declared permission.
     *
     * @param id {@code <area or plugin>.<verb>}
     * @param title by language tag, {@code zh-CN} and {@code en}
     * @param owner who declares it: a plugin's id, or {@code core}
     */
    record Permission(String id, Map<String, String> title, String owner) {
        public Permission {
            title = Map.copyOf(title);
        }
    }
}
