package dev.rapport.ui.audit;

import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.rapport.admin.AuditLog;
import dev.rapport.admin.AuditLog.Row;
import dev.rapport.admin.AuditLog.Verification;
import dev.rapport.admin.Role;
import dev.rapport.ui.access.Requires;
import dev.rapport.ui.part.DataTable;
import dev.rapport.ui.part.Notice;
import dev.rapport.ui.part.Page;
import dev.rapport.ui.part.Panel;
import dev.rapport.ui.shell.MainLayout;
import dev.rapport.ui.wording.Numbers;

/** The newest rows of the audit log, and what a check of all of them says. */
@Requires(Role.OWNER)
@PageTitle("Audit · Rapport")
@Route(value = "audit", layout = MainLayout.class)
public final class AuditView extends Page implements BeforeEnterObserver {
    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 200;

    private final transient AuditLog audit;

    /** The page over this log. */
    public AuditView(AuditLog audit) {
        super("Audit");
        this.audit = audit;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        clear();
        Numbers numbers = Numbers.current();
        DataTable<Row> table = new DataTable<Row>("Changes, newest first")
                .text("Row", row -> Long.toString(row.number()))
                .text("When", row -> numbers.time(row.at()))
                .text("Who", row -> row.entry().who())
                .text("What", row -> what(row.entry().action()))
                .text("On", row -> row.entry().subject())
                .text("Detail", row -> row.entry().detail())
                .rows(audit.newest(SHOWN));
        add(new Panel("Is it whole?", checked(audit.verify())), new Panel("Newest changes", table));
    }

    private static Div checked(Verification verification) {
        Div box = new Div();
        box.addClassName("stack");
        switch (verification) {
            case Verification.Whole whole -> {
                Code head = new Code(whole.head());
                head.addClassName("address");
                box.add(
                        Notice.good(
                                "All " + whole.rows() + " rows are as they were written. Note the newest seal somewhere"
                                        + " else: a log that was rewritten as a whole then shows too."),
                        head);
            }
            case Verification.Broken broken ->
                box.add(Notice.problem("Row " + broken.row() + " is not what was written after the row before it:"
                        + " somebody changed, removed or inserted rows in the database. Compare with a backup."));
        }
        return box;
    }

    private static String what(AuditLog.Action action) {
        return switch (action) {
            case ACCOUNT_CREATED -> "account created";
            case SIGNED_IN -> "signed in";
            case SIGN_IN_LOCKED -> "sign-in locked";
            case INVITED -> "invitation made";
            case SETTINGS_SAVED -> "settings saved";
            case SECRET_MADE -> "secret made";
            case SECRETS_WITHDRAWN -> "secrets withdrawn";
            case SIMULATED_DATA_CLEARED -> "simulated data cleared";
            case FRAMES_REFUSED -> "frames refused";
        };
    }
}
