package org.jutong.catalog.internal.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.persistence.LockModeType;
import org.jutong.catalog.Enrolment;
import org.jutong.persistence.Store;
import org.jutong.plugin.SiteCode;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The enrolments; approvals add to them through {@link OrderTable}. */
@Component(service = EnrolmentTable.class)
public final class EnrolmentTable {

    private final Store store;

    @Activate
    public EnrolmentTable(@Reference(target = "(osgi.unit.name=catalog)") Store store) {
        this.store = store;
    }

    public List<Enrolment> all() {
        return store.read(em -> em.createQuery("select e from EnrolmentRow e", EnrolmentRow.class)
                .getResultStream()
                .map(EnrolmentRow::enrolment)
                .toList());
    }

    public Optional<Enrolment> find(SiteCode site, String plugin) {
        return store.read(em -> Optional.ofNullable(em.find(EnrolmentRow.class, new EnrolmentRow.Key(site, plugin)))
                .map(EnrolmentRow::enrolment));
    }

    /** Changes the state; {@code check} sees the locked enrolment. Empty where there is none. */
    public Optional<Enrolment> change(
            SiteCode site, String plugin, Enrolment.State state, Instant at, Consumer<Enrolment> check) {
        return store.write(em -> {
            EnrolmentRow row =
                    em.find(EnrolmentRow.class, new EnrolmentRow.Key(site, plugin), LockModeType.PESSIMISTIC_WRITE);
            if (row == null) {
                return Optional.empty();
            }
            check.accept(row.enrolment());
            row.become(state, at);
            return Optional.of(row.enrolment());
        });
    }
}
