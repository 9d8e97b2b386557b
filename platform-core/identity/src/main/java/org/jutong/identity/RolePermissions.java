package org.jutong.identity;

import java.util.Set;
import org.osgi.annotation.versioning.ConsumerType;

/** A further source of what roles may do, as an OSGi service; the catalog gives the permissions that plugins declare. */
@ConsumerType
public interface RolePermissions {

    /** The permissions of the role from this source; empty where it knows none. */
    Set<String> of(String role);
}
