package org.jutong.persistence.internal.schema;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import javax.sql.DataSource;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.UpdateSummaryEnum;
import liquibase.UpdateSummaryOutputEnum;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.lockservice.LockServiceFactory;
import liquibase.ui.LoggerUIService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings the tables of one bundle up to its changelog. One call at a time. */
public final class Migrations {

    private static final Logger LOG = LoggerFactory.getLogger(Migrations.class);

    private final DataSource source;
    private final Clock clock;

    public Migrations(DataSource source, Clock clock) {
        this.source = source;
        this.clock = clock;
    }

    /** @throws SchemaFault where the changelog cannot be applied; the bundle's tables must not be used then */
    public synchronized void apply(Changelog changelog) {
        if (changelog.isEmpty()) {
            return;
        }
        try (SchemaLock lock = SchemaLock.take(source)) {
            SchemaRecord record = new SchemaRecord(lock.connection());
            String hash = changelog.hash();
            if (record.hash(changelog.owner()).filter(hash::equals).isPresent()) {
                return;
            }
            run(changelog);
            record.store(changelog.owner(), hash, clock.instant());
            LOG.info("The tables of {} are up to date", changelog.owner());
        } catch (SQLException e) {
            throw new SchemaFault(changelog.owner(), e);
        }
    }

    private void run(Changelog changelog) throws SQLException {
        ChangelogFiles files = new ChangelogFiles(changelog);
        Map<String, Object> scope = Map.of(
                Scope.Attr.resourceAccessor.name(),
                files,
                Scope.Attr.classLoader.name(),
                Liquibase.class.getClassLoader(),
                Scope.Attr.logService.name(),
                new LiquibaseLog(),
                Scope.Attr.ui.name(),
                new LoggerUIService(),
                "liquibase.analytics.enabled",
                false);
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(Liquibase.class.getClassLoader());
        try (Connection connection = source.getConnection()) {
            Scope.child(scope, () -> update(changelog, files, connection));
        } catch (SQLException e) {
            throw e;
        } catch (Exception e) {
            throw new SchemaFault(changelog.owner(), e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static void update(Changelog changelog, ChangelogFiles files, Connection connection) throws Exception {
        Database database =
                DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
        // SchemaLock is held, so a lock of Liquibase's own is the rest of a process that was killed.
        LockServiceFactory.getInstance().getLockService(database).forceReleaseLock();
        Liquibase liquibase = new Liquibase(changelog.root(), files, database);
        liquibase.setShowSummary(UpdateSummaryEnum.OFF);
        liquibase.setShowSummaryOutput(UpdateSummaryOutputEnum.LOG);
        liquibase.update(new Contexts(), new LabelExpression());
    }
}
