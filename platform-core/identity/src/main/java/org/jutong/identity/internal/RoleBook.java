package org.jutong.identity.internal;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jutong.identity.RolePermissions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.FieldOption;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** What roles may do: the core's {@code roles.yaml} and whatever {@link RolePermissions} add. Thread-safe. */
@Component(service = RoleBook.class)
public final class RoleBook {

    private static final String ALL = "*";

    private final Content content;

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            fieldOption = FieldOption.REPLACE)
    volatile List<RolePermissions> sources = List.of();

    @Activate
    public RoleBook() {
        try (InputStream yaml = RoleBook.class.getResourceAsStream("/JUTONG-INF/roles.yaml")) {
            content = new ObjectMapper(new YAMLFactory()).readValue(yaml, Content.class);
        } catch (IOException e) {
            throw new UncheckedIOException("roles.yaml cannot be read", e);
        }
    }

    /** Whether there is such a role. */
    public boolean exists(String role) {
        return content.roles().containsKey(role);
    }

    /** Whether the role holds the permission. */
    public boolean gives(String role, String permission) {
        Set<String> own = content.roles().getOrDefault(role, Set.of());
        return own.contains(ALL)
                || own.contains(permission)
                || sources.stream().anyMatch(source -> source.of(role).contains(permission));
    }

    /** The permissions of the role; all that are known for a role that holds all. */
    public Set<String> of(String role) {
        Set<String> own = content.roles().getOrDefault(role, Set.of());
        Set<String> result = new TreeSet<>(own);
        addFromSources(result, role);
        if (result.remove(ALL)) {
            result.addAll(content.permissions());
            content.roles().keySet().forEach(other -> addFromSources(result, other));
        }
        return result;
    }

    private void addFromSources(Set<String> permissions, String role) {
        sources.forEach(source -> permissions.addAll(source.of(role)));
    }

    /** The file. */
    record Content(Set<String> permissions, Map<String, Set<String>> roles) {}
}
