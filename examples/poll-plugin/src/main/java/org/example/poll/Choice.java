package org.example.poll;

import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.MultitenantType;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;
import org.jutong.plugin.data.SiteStore;

/** One choice of a site's poll; the question stands with each, because a poll is replaced as a whole. */
@Entity
@Table(name = "POLL_CHOICE")
@Multitenant(MultitenantType.SINGLE_TABLE)
@TenantDiscriminatorColumn(name = "SITE", contextProperty = SiteStore.TENANT, length = 10, primaryKey = true)
class Choice {

    @Id
    int place;

    String question;
    String label;
    long votes;

    protected Choice() {}

    Choice(int place, String question, String label) {
        this.place = place;
        this.question = question;
        this.label = label;
    }
}
