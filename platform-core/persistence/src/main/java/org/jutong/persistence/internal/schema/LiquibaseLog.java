package org.jutong.persistence.internal.schema;

import java.util.logging.Level;
import liquibase.logging.Logger;
import liquibase.logging.core.AbstractLogService;
import liquibase.logging.core.AbstractLogger;
import org.slf4j.LoggerFactory;

/** Passes on what Liquibase warns of; its many INFO lines are for the debugging developer. */
final class LiquibaseLog extends AbstractLogService {

    @Override
    public int getPriority() {
        return PRIORITY_NOT_APPLICABLE;
    }

    @Override
    @SuppressWarnings("rawtypes")
    public Logger getLog(Class type) {
        return new Line(LoggerFactory.getLogger(type));
    }

    private static final class Line extends AbstractLogger {

        private final org.slf4j.Logger log;

        Line(org.slf4j.Logger log) {
            this.log = log;
        }

        @Override
        public void log(Level level, String message, Throwable cause) {
            if (level.intValue() >= Level.SEVERE.intValue()) {
                // The caller logs the failure once, with the bundle's name; Liquibase says it at every level it passes.
                log.debug(message, cause);
            } else if (level.intValue() >= Level.WARNING.intValue()) {
                log.warn(message, cause);
            } else {
                log.debug(message, cause);
            }
        }

        @Override
        public void close() {
            // nothing is open
        }
    }
}
