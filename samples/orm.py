#!/usr/bin/env python3
"""
Back-references everywhere: ORM objects that hold their parents and their children.

What it does: loads orders with their lines once with SQLAlchemy (relationships with back_populates,
both ends loaded) and once with Django (prefetch_related), from databases in memory. The results are
dropped. Each order refers to its lines and each line to its order, so their reference counts never
reach zero; the payload of each order goes with them.

What a person sees without kedge: memory rises by each request and falls at some time, or not; the
objects are promoted to the oldest generation before anybody looks.

What kedge says (kedge cycles CORE): groups of the application, with the class and the attribute:

    verdict  structural cycle of your classes Order, Line through .order; bytes of 256.0 KiB only goes along
    advice   make .order a weakref, or set it to None when done

and with Django through ._prefetched_objects_cache, where prefetch_related() puts the lines of an order.

    orm.py sqlalchemy|django [--orders N]
"""

import gc
import sys

import sampling

PAYLOAD = 256 << 10


def with_sqlalchemy(orders):
    import sqlalchemy
    from sqlalchemy import orm

    base = orm.declarative_base()

    class Order(base):
        __tablename__ = "orders"
        id = sqlalchemy.Column(sqlalchemy.Integer, primary_key=True)
        document = sqlalchemy.Column(sqlalchemy.LargeBinary)
        lines = orm.relationship("Line", back_populates="order")

    class Line(base):
        __tablename__ = "lines"
        id = sqlalchemy.Column(sqlalchemy.Integer, primary_key=True)
        order_id = sqlalchemy.Column(sqlalchemy.ForeignKey("orders.id"))
        order = orm.relationship("Order", back_populates="lines")

    engine = sqlalchemy.create_engine("sqlite://", poolclass=sqlalchemy.pool.StaticPool)
    base.metadata.create_all(engine)
    with orm.Session(engine) as session:
        session.add_all(Order(document=bytes(PAYLOAD), lines=[Line(), Line()]) for _ in range(orders))
        session.commit()
    gc.collect()
    gc.disable()

    def request():
        with orm.Session(engine) as session:
            loaded = session.query(Order).options(orm.joinedload(Order.lines)).all()
            found = sum(line.order is order for order in loaded for line in order.lines)
            session.expunge_all()
        return found

    request()
    return base, engine


def with_django(orders):
    import django
    from django.conf import settings

    settings.configure(DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}},
                       INSTALLED_APPS=[], DEFAULT_AUTO_FIELD="django.db.models.AutoField")
    django.setup()
    from django.db import connection, models

    class Order(models.Model):
        document = models.BinaryField()

        class Meta:
            app_label = "shop"

    class Line(models.Model):
        order = models.ForeignKey(Order, models.CASCADE, related_name="lines")

        class Meta:
            app_label = "shop"

    with connection.schema_editor() as editor:
        editor.create_model(Order)
        editor.create_model(Line)
    for _ in range(orders):
        order = Order.objects.create(document=bytes(PAYLOAD))
        Line.objects.create(order=order)
        Line.objects.create(order=order)
    gc.collect()
    gc.disable()

    def request():
        return sum(len(order.lines.all()) for order in Order.objects.prefetch_related("lines"))

    request()
    return Order, Line


def main():
    orders = sampling.option("--orders", 50)
    which = with_django if "django" in sys.argv else with_sqlalchemy
    try:
        keep = which(orders)
    except ImportError as error:
        print(error)
        sys.exit(77)
    sampling.mark(f"after one request of {orders} orders; no variable refers to any")
    sampling.wait()
    return keep


if __name__ == "__main__":
    main()
