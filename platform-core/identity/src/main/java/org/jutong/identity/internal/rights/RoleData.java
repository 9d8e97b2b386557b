package org.jutong.identity.internal.rights;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jutong.identity.Role;
import org.jutong.identity.RolePermissions.Permission;

/**
 * The file {@code roles.yaml}.
 *
 * @param version higher for each change of the roles
 * @param permissions the core's, title by language
 * @param roles those that come with the platform, by id
 */
record RoleData(int version, Map<String, Map<String, String>> permissions, Map<String, Entry> roles) {

    /** Reads the file of this bundle. */
    static RoleData load() {
        try (InputStream yaml = RoleData.class.getResourceAsStream("/JUTONG-INF/roles.yaml")) {
            return new ObjectMapper(new YAMLFactory()).readValue(yaml, RoleData.class);
        } catch (IOException e) {
            throw new UncheckedIOException("roles.yaml cannot be read", e);
        }
    }

    /** The core's permissions, by id. */
    Map<String, Permission> declared() {
        return permissions.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> new Permission(entry.getKey(), entry.getValue(), "core"),
                        (one, other) -> one,
                        TreeMap::new));
    }

    /** The roles to be stored. */
    List<Role> builtIn() {
        return roles.entrySet().stream()
                .map(entry -> new Role(
                        entry.getKey(),
                        entry.getValue().title(),
                        true,
                        entry.getValue().office() ? Optional.of(entry.getKey()) : Optional.empty(),
                        entry.getValue().permissions()))
                .toList();
    }

    /** Which office a permission makes of any role that has it. */
    Optional<String> officeOf(String permission) {
        return roles.entrySet().stream()
                .filter(entry -> entry.getValue().exclusive().contains(permission))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /**
     * A role of the file.
     *
     * @param office whether it is an office
     * @param exclusive those of its permissions that make an office of any other role that has them
     */
    record Entry(Map<String, String> title, boolean office, Set<String> exclusive, Set<String> permissions) {
        Entry {
            exclusive = exclusive == null ? Set.of() : Set.copyOf(exclusive);
        }
    }
}
