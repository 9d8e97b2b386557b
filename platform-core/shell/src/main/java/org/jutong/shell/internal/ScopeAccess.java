package org.jutong.shell.internal;

import java.io.IOException;
import java.util.Dictionary;
import java.util.Hashtable;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens a plugin's scope to staff. Karaf leaves a scope without a rule to administrators; each of our commands asks
 * for the right it needs, so the rule only has to let staff through to that question.
 */
record ScopeAccess(ConfigurationAdmin configurations) {

    private static final Logger LOG = LoggerFactory.getLogger(ScopeAccess.class);
    private static final String PID = "org.apache.karaf.command.acl.";

    // tells our rules from those that somebody wrote into etc
    private static final String MARK = "org.jutong.shell";

    /** Whether there is a rule that is not ours. */
    boolean isRuledByOthers(String scope) {
        Configuration found = find(scope);
        return found != null && found.getProperties().get(MARK) == null;
    }

    void open(String scope) {
        if (find(scope) != null) {
            return;
        }
        try {
            Dictionary<String, Object> rule = new Hashtable<>();
            rule.put("*", "staff");
            rule.put(MARK, "true");
            configurations.getConfiguration(PID + scope, "?").update(rule);
        } catch (IOException e) {
            LOG.warn("The commands of {} are the administrator's alone: their rule cannot be stored", scope, e);
        }
    }

    void close(String scope) {
        try {
            Configuration found = find(scope);
            if (found != null && !isRuledByOthers(scope)) {
                found.delete();
            }
        } catch (IOException | IllegalStateException e) {
            LOG.debug("The rule of {} stays until the next start", scope, e);
        }
    }

    private Configuration find(String scope) {
        try {
            Configuration[] found = configurations.listConfigurations("(service.pid=" + PID + scope + ")");
            return found == null ? null : found[0];
        } catch (IOException | InvalidSyntaxException e) {
            throw new IllegalStateException("Cannot look up the rule of scope " + scope, e);
        }
    }
}
